package io.github.ambientgpt.api.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, as it runs for people. */
final class ServiceProcess implements AutoCloseable {
  private static final String MAIN = "io.github.ambientgpt.api.ApiApplication";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int START_SECONDS = 180;

  private final Process process;
  private final URI base;

  private ServiceProcess(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  static ServiceProcess start(Path folder, String... properties)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx400m");
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.add("--server.port=" + port);
    command.add("--ambient-gpt.storage.folder=" + folder.resolve("data"));
    command.add("--ambient-gpt.keys.file=" + folder.resolve("keys").resolve("master-key.json"));
    command.addAll(List.of(properties));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("service.log").toFile())
            .start();
    ServiceProcess service = new ServiceProcess(process, URI.create("http://127.0.0.1:" + port));
    service.awaitReady(folder);
    return service;
  }

  private void awaitReady(Path folder) throws IOException, InterruptedException {
    HttpRequest health = HttpRequest.newBuilder(base.resolve("/actuator/health")).build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    close();
    throw new IOException(
        "The service did not start:\n" + Files.readString(folder.resolve("service.log")));
  }

  URI base() {
    return base;
  }

  /** Bytes that it has in memory; empty where the system does not tell. */
  OptionalLong resident() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .findFirst()
        : OptionalLong.empty();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
