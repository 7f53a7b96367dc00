package io.github.ambientgpt.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "ambient-gpt.bridge.timeout=500ms")
@ExtendWith(OutputCaptureExtension.class)
class BridgeTest {
  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static final HttpServer OLLAMA = ollama();
  private static volatile int status;
  private static volatile String answer;
  private static volatile boolean silent;
  private static volatile JsonNode asked;

  @LocalServerPort int port;
  private final HttpClient client = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void ollamaUrl(DynamicPropertyRegistry registry) {
    registry.add(
        "ambient-gpt.bridge.ollama-url", () -> "http://127.0.0.1:" + OLLAMA.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    OVER.countDown();
    OLLAMA.stop(0);
  }

  @BeforeEach
  void wellBehaved() {
    status = 200;
    answer = "{\"response\":\"Cough for two weeks.\"}";
    silent = false;
    asked = null;
  }

  @Test
  void passesThePromptOnAndTheAnswerBack() throws Exception {
    HttpResponse<String> note = post("{\"prompt\":\"Write a note.\"}");

    assertThat(note.statusCode()).isEqualTo(200);
    assertThat(note.body()).isEqualTo("{\"note\":\"Cough for two weeks.\"}");
    assertThat(asked.get("prompt").asString()).isEqualTo("Write a note.");
    assertThat(asked.get("model").asString()).isEqualTo("gemma3:4b");
    assertThat(asked.get("system").asString()).isNotBlank();
    assertThat(asked.get("stream").asBoolean()).isFalse();
    assertThat(asked.has("format")).isFalse();
  }

  @Test
  void passesModelSystemPromptAndJsonOn() throws Exception {
    post(
        "{\"prompt\":\"p\",\"model\":\"qwen3-8b\",\"system_prompt\":\"Be brief.\",\"is_json_output\":true,\"unknown\":1}");

    assertThat(asked.get("model").asString()).isEqualTo("qwen3:8b");
    assertThat(asked.get("system").asString()).isEqualTo("Be brief.");
    assertThat(asked.get("format").asString()).isEqualTo("json");
  }

  @Test
  void asksForAPrompt() throws Exception {
    HttpResponse<String> note = post("{}");

    assertThat(note.statusCode()).isEqualTo(400);
    assertThat(note.body()).isEqualTo("{\"error\":\"No prompt provided\"}");
    assertThat(asked).isNull();
  }

  @Test
  void namesOllamasStatusWhenItFails() throws Exception {
    status = 404;

    HttpResponse<String> note = post("{\"prompt\":\"p\"}");

    assertThat(note.statusCode()).isEqualTo(500);
    assertThat(note.body()).isEqualTo("{\"error\":\"Ollama API error: 404\"}");
  }

  @Test
  void saysSoWhenOllamaTakesTooLong() throws Exception {
    silent = true;

    HttpResponse<String> note = post("{\"prompt\":\"p\"}");

    assertThat(note.statusCode()).isEqualTo(504);
    assertThat(note.body())
        .isEqualTo("{\"error\":\"Ollama API timeout - model may be taking too long\"}");
  }

  @Test
  void anAnswerWithoutAResponseIsAnError() throws Exception {
    answer = "{\"error\":\"odd\"}";

    assertThat(post("{\"prompt\":\"p\"}").statusCode()).isEqualTo(500);
  }

  @Test
  void whatIsNotJsonIsAnErrorAndStaysOutOfTheLog(CapturedOutput output) throws Exception {
    HttpResponse<String> note = post("{\"prompt\": patient Zebedee coughs}");

    assertThat(note.statusCode()).isEqualTo(500);
    assertThat(note.body()).startsWith("{\"error\":").doesNotContain("Zebedee");
    assertThat(output.getAll()).doesNotContain("Zebedee");
  }

  @Test
  void isHealthyWithoutOllama() throws Exception {
    status = 500;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).build();

    assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("\"status\":\"UP\"");
  }

  private HttpResponse<String> post(String json) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/generate_note"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpServer ollama() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/api/generate", BridgeTest::generate);
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void generate(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
      if (silent) {
        OVER.await();
      }
      byte[] body = answer.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
