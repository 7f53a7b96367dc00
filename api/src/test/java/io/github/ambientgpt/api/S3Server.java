package io.github.ambientgpt.api;

import static org.awaitility.Awaitility.await;

import io.github.ambientgpt.core.contract.Part;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real server that speaks S3 (Adobe's S3Mock), in a process of its own; it can be taken away. */
public final class S3Server implements AutoCloseable {
  public static final String BUCKET = "audio";

  private final Path folder;
  private final int port;
  private Process process;

  private S3Server(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * @param folder where it keeps what it is given
   */
  public static S3Server start(Path folder) {
    S3Server server = new S3Server(folder, freePort());
    server.start();
    return server;
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Again on the same address, with what it had. */
  public void start() {
    try {
      Path log = Files.createTempFile(folder, "s3", ".log");
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx300m",
                  "-XX:TieredStopAtLevel=1",
                  "-jar",
                  jar(),
                  "--http.port=" + port,
                  "--server.port=0",
                  "--com.adobe.testing.s3mock.store.root=" + folder.resolve("objects"),
                  "--com.adobe.testing.s3mock.store.retain-files-on-exit=true",
                  "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Files.createDirectories(folder.resolve("objects"));
      await()
          .atMost(Duration.ofSeconds(120))
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                if (!process.isAlive()) {
                  throw new IllegalStateException("It ended: " + Files.readString(log));
                }
                return Files.readString(log).contains("Started S3Mock");
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jar() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Optional<String> jar =
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(each -> Path.of(each).getFileName().toString().matches("s3mock-.*-exec\\.jar"))
            .findFirst();
    Part.require("S3Mock", jar.isPresent(), "Run the test by ./mvnw, which brings it.");
    return jar.orElseThrow();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Of a service that keeps its audio here. */
  public List<String> properties() {
    return List.of(
        "ambient-gpt.storage.s3.bucket=" + BUCKET,
        "ambient-gpt.storage.s3.endpoint=" + endpoint(),
        "ambient-gpt.storage.s3.access-key=anybody",
        "ambient-gpt.storage.s3.secret-key=secret");
  }

  /** It does not answer any more. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
