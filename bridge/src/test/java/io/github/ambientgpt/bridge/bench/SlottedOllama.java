package io.github.ambientgpt.bridge.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays an Ollama that takes its time, and counts how many questions it has had at once. */
final class SlottedOllama implements AutoCloseable {
  private static final String SHOWN =
      "{\"model_info\": {\"general.architecture\": \"g\", \"g.context_length\": 8192}}";
  private static final String TAGS = "{\"models\": [{\"name\": \"m:latest\"}]}";
  private static final String ANSWER =
      "{\"model\": \"m:latest\", \"response\": \"%s\", \"done\": true, \"done_reason\": \"stop\", \"prompt_eval_count\": 300, \"eval_count\": 200}"
          .formatted("Cough for two weeks. ".repeat(40));

  private final HttpServer server;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile Duration takes;

  SlottedOllama(Duration takes) throws IOException {
    this.takes = takes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/api/show", exchange -> reply(exchange, SHOWN));
    server.createContext("/api/tags", exchange -> reply(exchange, TAGS));
    server.createContext("/api/generate", this::generate);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on an answer takes half to one and a half of this. */
  void takes(Duration takes) {
    this.takes = takes;
    most.set(0);
    answered.set(0);
  }

  int mostAtOnce() {
    return most.get();
  }

  int answered() {
    return answered.get();
  }

  private void generate(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(busy.incrementAndGet(), Math::max);
    try {
      exchange.getRequestBody().readAllBytes();
      long millis = takes.toMillis();
      Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      busy.decrementAndGet(); // before the answer, since the next question may follow it at once
    }
    reply(exchange, ANSWER);
    answered.incrementAndGet();
  }

  private static void reply(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
