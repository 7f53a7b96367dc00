package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Starts an image again and again, each time as a new container. */
final class ColdStart implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);

  /** What the data folder holds at the start. */
  enum Folder {
    EMPTY,
    USED;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private final String image;
  private final int port;
  private final String path;
  private final List<String> volumes = new ArrayList<>();
  private final List<String> mounts = new ArrayList<>();

  private ColdStart(String image, int port, String path) {
    this.image = image;
    this.port = port;
    this.path = path;
  }

  static ColdStart api(String image, Folder folder) {
    ColdStart start = new ColdStart(image, 8000, "/actuator/health/readiness");
    if (folder == Folder.USED) {
      start.keep("/data");
      start.keep("/keys");
      start.seconds(); // uses it
    }
    return start;
  }

  /** Without an Ollama it is alive and takes requests, and never ready. */
  static ColdStart bridge(String image) {
    return new ColdStart(image, 8001, "/actuator/health/liveness");
  }

  private void keep(String folder) {
    String volume = Docker.run(Map.of(), "volume", "create");
    volumes.add(volume);
    mounts.add("--volume");
    mounts.add(volume + ":" + folder);
  }

  /** From the return of {@code docker run} to the first 200. */
  double seconds() {
    int free = Ports.free();
    List<String> command =
        new ArrayList<>(Container.guest("12345:0", "127.0.0.1:" + free + ":" + port));
    if (mounts.isEmpty()) {
      command.addAll(List.of("--volume", "/data"));
    }
    command.addAll(mounts);
    command.add(image);
    String id = Docker.run(Map.of(), command.toArray(String[]::new));
    long begun = System.nanoTime();
    try {
      await(URI.create("http://127.0.0.1:" + free + path), begun);
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      if (mounts.isEmpty()) {
        Docker.run(Map.of(), "rm", "--force", "--volumes", id);
      } else {
        Docker.run(Map.of(), "stop", "--time", "20", id);
        Docker.run(Map.of(), "rm", id);
      }
    }
  }

  @Override
  public void close() {
    volumes.forEach(volume -> Docker.run(Map.of(), "volume", "rm", volume));
  }

  private void await(URI probe, long begun) {
    HttpRequest request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build();
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      try {
        if (CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not there yet
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new IllegalStateException(image + " does not answer within " + PATIENCE);
  }
}
