package io.github.ambientgpt.bridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** When a client goes away, the connection to Ollama is closed, by which Ollama stops. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "ambient-gpt.bridge.timeout=60s")
@ExtendWith(OutputCaptureExtension.class)
class GoneClientTest {
  private static final ServerSocket OLLAMA = socket();

  /** One for each test: asked, and left. */
  private static volatile CountDownLatch asked;

  private static volatile CountDownLatch left;
  private static volatile boolean streams;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void ollamaUrl(DynamicPropertyRegistry registry) {
    registry.add(
        "ambient-gpt.bridge.ollama-url", () -> "http://127.0.0.1:" + OLLAMA.getLocalPort());
  }

  private static ServerSocket socket() {
    try {
      ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread server = new Thread(() -> serve(socket), "ollama");
      server.setDaemon(true);
      server.start();
      return socket;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void serve(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket line = socket.accept();
        Thread thread = new Thread(() -> play(line), "ollama-line");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  /**
   * Takes the question, begins a stream if there is to be one, and waits for the end of the line.
   */
  private static void play(Socket line) {
    try (line) {
      InputStream in = line.getInputStream();
      StringBuilder read = new StringBuilder();
      byte[] some = new byte[8192];
      while (!read.toString().contains("\r\n\r\n") || !read.toString().endsWith("}")) {
        int count = in.read(some);
        if (count < 0) {
          return;
        }
        read.append(new String(some, 0, count, StandardCharsets.UTF_8));
      }
      if (read.toString().startsWith("POST /api/show")) {
        line.getOutputStream()
            .write("HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes());
        return;
      }
      if (streams) {
        String piece =
            "{\"response\": \"Cough\", \"message\": {\"content\": \"Cough\"}, \"done\": false}\n";
        line.getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n"
                    .formatted(piece.length(), piece)
                    .getBytes());
        line.getOutputStream().flush();
      }
      asked.countDown();
      while (in.read() >= 0) {
        // nothing more is sent to Ollama
      }
      left.countDown();
    } catch (IOException e) {
      left.countDown(); // a reset is an end as well
    }
  }

  @AfterAll
  static void stop() throws IOException {
    OLLAMA.close();
  }

  @BeforeEach
  void begin() {
    asked = new CountDownLatch(1);
    left = new CountDownLatch(1);
  }

  /** Often, since a client may leave between any two steps of an answer. */
  static Stream<Arguments> questions() {
    return IntStream.range(0, 50)
        .boxed()
        .flatMap(
            round ->
                Stream.of(
                    Arguments.of("/api/v1/generate", "application/json"),
                    Arguments.of("/api/v1/generate", "text/event-stream"),
                    Arguments.of("/generate_note", "application/json"),
                    Arguments.of("/cleanup", "application/json"),
                    Arguments.of("/v1/chat/completions", "application/json"),
                    Arguments.of("/v1/chat/completions", "text/event-stream")));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void ollamaIsLeftWhenTheClientLeaves(String path, String accept, CapturedOutput log)
      throws Exception {
    streams = accept.equals("text/event-stream");
    String body =
        path.startsWith("/v1")
            ? "{\"model\": \"phi4\", \"stream\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"p\"}]}"
                .formatted(streams)
            : "{\"prompt\": \"p\"}";
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client
          .getOutputStream()
          .write(
              "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(path, accept, body.length(), body)
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(log).doesNotContain("\"ERROR\"");
  }
}
