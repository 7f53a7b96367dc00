package io.github.ambientgpt.chart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Constant requests through the door, each on a connection of its own, until it is closed. */
final class Load implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final AtomicInteger sent = new AtomicInteger();
  private final List<String> failed = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  Load(URI door) {
    for (int i = 0; i < CLIENTS; i++) {
      URI url = door.resolve(i % 2 == 0 ? "/api/v1/login" : "/");
      clients.submit(() -> ask(url));
    }
  }

  private void ask(URI url) {
    while (!stopped) {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      sent.incrementAndGet();
      try {
        HttpResponse<Void> answer =
            client.send(
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30)).build(),
                BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
          failed.add(url.getPath() + ": status " + answer.statusCode());
        }
        Thread.sleep(PAUSE.toMillis());
      } catch (IOException e) {
        failed.add(url.getPath() + ": " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  int sent() {
    return sent.get();
  }

  List<String> failed() {
    return failed;
  }

  @Override
  public void close() {
    stopped = true;
    clients.shutdownNow();
  }
}
