package io.github.ambientgpt.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real {@code ollama serve} whose model has random weights: its words are noise, its protocol is
 * not. Noise has no end but {@code maxTokens}.
 */
@Tag("ollama")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ambient-gpt.bridge.ollama-url=http://127.0.0.1:11434",
      "ambient-gpt.bridge.slots=1",
      "ambient-gpt.bridge.aliases.scribe=noise:latest"
    })
class RealOllamaTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @BeforeEach
  void requireOllama() {
    Part.require(
        "Ollama on 127.0.0.1:11434 with a model 'noise'",
        get("/api/v1/models").body().contains("noise"),
        "Start it with 'ollama serve', and give it any small model under that name: 'ollama cp"
            + " MODEL noise'.");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address(path)));
  }

  private HttpRequest.Builder posting(String path, String body) {
    return HttpRequest.newBuilder(address(path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void itIsReady() {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerComesUnderAnAliasWithWhatItTook() {
    JsonNode answer =
        json(
            send(
                posting(
                    "/api/v1/generate",
                    "{\"model\": \"scribe\", \"prompt\": \"I cough.\", \"maxTokens\": 20}")));

    assertThat(answer.path("text").asString()).isNotEmpty();
    assertThat(answer.path("ending").asString()).isEqualTo("length");
    assertThat(answer.at("/usage/completionTokens").asInt()).isEqualTo(20);
    assertThat(answer.at("/usage/promptTokens").asInt()).isPositive();
  }

  @Test
  void aStreamComesInPieces() {
    String events =
        send(posting(
                    "/api/v1/generate",
                    "{\"model\": \"noise\", \"prompt\": \"I cough.\", \"maxTokens\": 20}")
                .header("Accept", "text/event-stream"))
            .body();

    assertThat(events.split("event:text").length).isGreaterThan(5);
    assertThat(events).contains("event:done", "\"completionTokens\":20");
  }

  @Test
  void anAnswerIsBoundToItsSchema() {
    JsonNode answer =
        json(
            send(
                posting(
                    "/api/v1/generate",
                    """
                    {"model": "noise", "prompt": "I cough.", "schema":
                     {"type": "object", "additionalProperties": false, "required": ["side"],
                      "properties": {"side": {"enum": ["left", "right"]}}}}
                    """)));

    assertThat(JsonMapper.shared().readTree(answer.path("text").asString()).path("side").asString())
        .isIn("left", "right");
  }

  @Test
  void whatIsTooLongIsRefusedNotCut() {
    for (int words : new int[] {700, 1_000, 3_000, 100_000}) { // Ollama says so, or the bridge
      HttpResponse<String> answer =
          send(
              posting(
                  "/api/v1/generate",
                  "{\"model\": \"noise\", \"maxTokens\": 5, \"prompt\": \"%s\"}"
                      .formatted("I cough. ".repeat(words))));

      assertThat(answer.statusCode()).as(words + " times: " + answer.body()).isEqualTo(413);
      assertThat(answer.body()).contains("prompt-too-long");
    }
  }

  @Test
  void aModelThatIsNotThereIsSaidSo() {
    HttpResponse<String> answer =
        send(posting("/api/v1/generate", "{\"model\": \"no-such\", \"prompt\": \"p\"}"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("'no-such'");
    assertThat(send(posting("/generate_note", "{\"model\": \"no\", \"prompt\": \"p\"}")).body())
        .isEqualTo("{\"error\":\"Ollama API error: 404\"}");
  }

  /** The only slot is free again at once, so Ollama has been left. */
  @Test
  void whenTheClientGoesAwayTheSlotIsFreeForTheNext() {
    CompletableFuture<?> noise =
        CLIENT.sendAsync(
            posting("/generate_note", "{\"model\": \"noise\", \"prompt\": \"p\"}").build(),
            BodyHandlers.ofString());
    awaitRunning(1);
    noise.cancel(true);
    awaitRunning(0);

    assertThat(
            json(send(
                    posting(
                        "/api/v1/generate",
                        "{\"model\": \"noise\", \"prompt\": \"p\", \"maxTokens\": 3}")))
                .at("/timing/queued")
                .asDouble())
        .isLessThan(1);
  }

  private void awaitRunning(int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> json(get("/api/v1/queue")).path("running").asInt() == count);
  }

  @Test
  void openAisClientStreamsThroughIt() {
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .baseUrl(address("/v1").toString())
            .apiKey("none-needed")
            .maxRetries(0)
            .timeout(Duration.ofSeconds(30))
            .build();
    try (StreamResponse<ChatCompletionChunk> stream =
        client
            .chat()
            .completions()
            .createStreaming(
                ChatCompletionCreateParams.builder()
                    .model("scribe")
                    .addUserMessage("I cough.")
                    .maxCompletionTokens(10)
                    .build())) {
      assertThat(stream.stream().flatMap(chunk -> chunk.choices().stream()).toList())
          .anyMatch(choice -> !choice.delta().content().orElse("").isEmpty())
          .last()
          .satisfies(choice -> assertThat(choice.finishReason()).isPresent());
    } finally {
      client.close();
    }
  }
}
