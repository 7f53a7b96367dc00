package io.github.ambientgpt.bridge;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A service's runnable jar in a process of its own, with the memory that its container has. */
public final class ServiceProcess implements AutoCloseable {
  /** What compose gives the container is 512 MB, and the image lets the heap have 70 % of it. */
  private static final List<String> FLAGS =
      List.of("-Xmx358m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final String url;

  /**
   * Returns when it is ready.
   *
   * @param environment variables; {@code PORT} is a free one
   */
  public ServiceProcess(Path jar, Path log, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    url = "http://127.0.0.1:" + port;
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(FLAGS);
    builder.command().addAll(List.of("-jar", jar.toString()));
    builder.environment().putAll(environment);
    builder.environment().put("PORT", "" + port);
    File file = log.toFile();
    process = builder.redirectErrorStream(true).redirectOutput(file).start();
    awaitReady(log);
  }

  private void awaitReady(Path log) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness")).build();
    long end = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroy();
        throw new IllegalStateException("The service does not start: " + log + " says why.");
      }
      Thread.sleep(200);
    }
  }

  public String url() {
    return url;
  }

  /** Resident bytes; empty where the system does not tell as Linux does. */
  public OptionalLong resident() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
