package io.github.ambientgpt.core.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server on this machine that plays a part: it answers as it is told, also wrongly, and
 * remembers what it was asked. Thread-safe.
 *
 * <p>Take it for a service with several addresses whose answers are proper HTTP; for answers one
 * after the other, or bytes that are no HTTP, take {@link ScriptedServer}.
 *
 * @since 0.1.0
 */
public final class PlayedServer implements AutoCloseable {
  /** What the server was asked. */
  public record Question(
      String method, String path, String query, Map<String, List<String>> headers, String body) {
    /** The first header of this name, however it is written. */
    public Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst();
    }
  }

  /** How it answers at one path. */
  @FunctionalInterface
  public interface Role {
    void play(Question question, Reply reply) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Role> roles = new ConcurrentHashMap<>();
  private final List<Question> questions = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  private PlayedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::play);
    server.start();
  }

  /** Answers 404 until it is told otherwise. */
  public static PlayedServer start() {
    return new PlayedServer();
  }

  /** From now on plays this role at this path; it takes the place of an earlier one. */
  public PlayedServer at(String path, Role role) {
    roles.put(path, role);
    return this;
  }

  /** Such as {@code http://127.0.0.1:43210}. */
  public URI url() {
    return URI.create(
        "http://%s:%d"
            .formatted(
                server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort()));
  }

  /** In the order they came. */
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  public List<Question> questions(String path) {
    return questions.stream().filter(question -> question.path().equals(path)).toList();
  }

  private void play(HttpExchange exchange) throws IOException {
    Question question =
        new Question(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
            Map.copyOf(exchange.getRequestHeaders()),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    questions.add(question);
    Role role =
        roles.getOrDefault(question.path(), (asked, reply) -> reply.status(404).send("Not here"));
    role.play(question, new Reply(exchange));
    exchange.close();
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** One answer, while it is given. For one thread. */
  public final class Reply {
    private final HttpExchange exchange;
    private int status = 200;

    private Reply(HttpExchange exchange) {
      this.exchange = exchange;
    }

    /** 200 when not said. */
    public Reply status(int status) {
      this.status = status;
      return this;
    }

    public Reply header(String name, String value) {
      exchange.getResponseHeaders().set(name, value);
      return this;
    }

    public Reply type(String contentType) {
      return header("Content-Type", contentType);
    }

    public void json(String body) throws IOException {
      type("application/json").send(body);
    }

    /** All of it, with its length said before. */
    public void send(String body) throws IOException {
      promise(body, body.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Says that so many bytes come, and sends these. */
    public void promise(String body, int length) throws IOException {
      exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
      OutputStream out = exchange.getResponseBody();
      out.write(body.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /** Begins an answer, or goes on with it, and leaves it open. */
    public void say(String piece) throws IOException {
      if (exchange.getResponseCode() < 0) {
        exchange.sendResponseHeaders(status, 0);
      }
      exchange.getResponseBody().write(piece.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }

    /** Breaks the connection, wherever the answer is. */
    public void breakOff() throws IOException {
      throw new IOException("The part says so");
    }

    /** Says nothing more until the server is closed. */
    public void hang() throws IOException {
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      breakOff();
    }
  }
}
