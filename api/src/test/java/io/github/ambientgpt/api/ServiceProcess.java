package io.github.ambientgpt.api;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in a process of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {
  private static final String MAIN = "io.github.ambientgpt.api.EndsWithItsParent";

  private final Process process;
  private final Path log;
  private final URI base;

  private ServiceProcess(Process process, Path log, URI base) {
    this.process = process;
    this.log = log;
    this.base = base;
  }

  /**
   * @param folder of its data
   * @param properties more of them, as {@code name=value}
   */
  public static ServiceProcess start(Path folder, List<String> properties) {
    return start(folder, properties, List.of());
  }

  /**
   * @param flags of the virtual machine
   */
  public static ServiceProcess start(Path folder, List<String> properties, List<String> flags) {
    try {
      int port = freePort();
      List<String> command = java(folder);
      command.addAll(command.indexOf(MAIN), flags);
      Path log = Files.createTempFile(folder, "service", ".log");
      command.add("--server.port=" + port);
      properties.forEach(
          property -> {
            String name = "--" + property.substring(0, property.indexOf('=') + 1);
            command.removeIf(other -> other.startsWith(name));
            command.add("--" + property);
          });
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      ServiceProcess service =
          new ServiceProcess(process, log, URI.create("http://127.0.0.1:" + port));
      service.awaitReady();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    try {
      await()
          .atMost(Duration.ofSeconds(120))
          .pollInterval(Duration.ofMillis(300))
          .until(this::ready);
    } catch (RuntimeException e) {
      kill(); // nobody has it to close it
      throw new IllegalStateException("It did not start: " + log(), e);
    }
  }

  /** Its master key. */
  public static Path key(Path folder) {
    return folder.resolve("keys").resolve("master-key.json");
  }

  /** The program on the data of this folder. */
  private static List<String> java(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path arguments = Files.createTempFile(folder, "arguments", ".txt");
    Files.write(arguments, ServiceArchive.arguments());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx400m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("@" + arguments);
    command.add(MAIN);
    command.add("--ambient-gpt.storage.folder=" + folder.resolve("data"));
    command.add("--ambient-gpt.keys.file=" + key(folder));
    return command;
  }

  /**
   * What a command printed.
   *
   * @param code that the process exited with
   */
  public record Said(int code, String text) {}

  /** Runs a command to its end. */
  public static Said command(Path folder, String... arguments) {
    try {
      List<String> command = java(folder);
      command.addAll(command.indexOf(MAIN) + 1, List.of(arguments));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private boolean ready() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended: " + Files.readString(log));
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(base.resolve("/actuator/health")).build();
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Service service() {
    return new Service(base);
  }

  public URI base() {
    return base;
  }

  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that it has in memory; empty where the system does not tell. */
  public OptionalLong resident() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .findFirst()
        : OptionalLong.empty();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Bytes of its heap that are in use after everything that is not was collected. */
  public long heapAfterCollection() {
    jcmd("GC.run");
    Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new IllegalStateException("jcmd does not tell how much of the heap is in use");
    }
    return Long.parseLong(used.group(1)) << 10;
  }

  private String jcmd(String what) {
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(process.pid()),
                  what)
              .redirectErrorStream(true)
              .start();
      return new String(
          jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a power cut does: nothing is said to it. */
  public void kill() {
    process.toHandle().destroyForcibly();
    end();
  }

  /**
   * As an operator does: it is told to end, and has the time to. {@link #close} does not, since it
   * closes the pipe by which the process knows that its test is there.
   */
  public void stop() {
    process.toHandle().destroy();
    end();
    if (process.isAlive()) {
      throw new IllegalStateException("It does not end: " + log());
    }
  }

  private void end() {
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroy();
      end();
      process.destroyForcibly();
    }
  }
}
