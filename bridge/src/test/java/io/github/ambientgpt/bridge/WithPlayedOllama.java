package io.github.ambientgpt.bridge;

import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.PlayedServer.Question;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bridge with one slot and two seats, before a server that plays Ollama's part. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ambient-gpt.bridge.timeout=3s",
      "ambient-gpt.bridge.slots=1",
      "ambient-gpt.bridge.queue=2"
    })
public abstract class WithPlayedOllama {
  protected static final String GENERATE = "/api/generate";
  protected static final String CHAT = "/api/chat";

  /** One for all, so that all share one bridge; it lives as long as the tests. */
  protected static final PlayedServer OLLAMA = PlayedServer.start();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  private int before;

  @DynamicPropertySource
  static void ollamaUrl(DynamicPropertyRegistry registry) {
    registry.add("ambient-gpt.bridge.ollama-url", OLLAMA::url);
  }

  @BeforeEach
  void wellBehaved() {
    before = OLLAMA.questions().size();
    OLLAMA.at("/api/show", (question, reply) -> reply.json(shown(131_072)));
    OLLAMA.at("/api/tags", (question, reply) -> reply.json(tags("gemma3:4b", "noise:latest")));
    OLLAMA.at(GENERATE, (question, reply) -> reply.json(answer("Cough for two weeks.")));
    OLLAMA.at(CHAT, (question, reply) -> reply.json(said("Cough for two weeks.")));
  }

  protected static String shown(int context) {
    return """
        {"model_info": {"general.architecture": "gemma3", "gemma3.context_length": %d}}"""
        .formatted(context);
  }

  protected static String tags(String... names) {
    return JsonMapper.shared()
        .writeValueAsString(
            java.util.Map.of(
                "models",
                java.util.Arrays.stream(names)
                    .map(
                        name ->
                            java.util.Map.of(
                                "name",
                                name,
                                "size",
                                3_338_801_804L,
                                "modified_at",
                                "2026-03-01T10:00:00Z",
                                "details",
                                java.util.Map.of("family", "gemma3")))
                    .toList()));
  }

  /** All of an answer, as Ollama gives it where nothing streams. */
  protected static String answer(String text) {
    return """
        {"model": "gemma3:4b", "response": "%s", "done": true, "done_reason": "stop", "prompt_eval_count": 12, "eval_count": 5}
        """
        .formatted(text);
  }

  /** The same of the chat route. */
  protected static String said(String text) {
    return """
        {"model": "gemma3:4b", "message": {"role": "assistant", "content": "%s"}, "done": true, "done_reason": "stop", "prompt_eval_count": 12, "eval_count": 5}
        """
        .formatted(text);
  }

  protected static String piece(String text) {
    return "{\"model\": \"gemma3:4b\", \"response\": \"%s\", \"done\": false}\n".formatted(text);
  }

  protected static String saidPiece(String text) {
    return "{\"message\": {\"role\": \"assistant\", \"content\": \"%s\"}, \"done\": false}\n"
        .formatted(text);
  }

  /** What Ollama has been asked at this path since the test began. */
  protected List<Question> questions(String path) {
    return OLLAMA.questions().stream()
        .skip(before)
        .filter(question -> question.path().equals(path))
        .toList();
  }

  protected JsonNode lastAsked(String path) {
    List<Question> all = questions(path);
    return json(all.get(all.size() - 1).body());
  }

  protected static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  protected URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  protected HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path));
  }

  protected HttpRequest.Builder posting(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  protected HttpResponse<String> post(String path, String body) {
    return send(posting(path, body));
  }

  protected HttpResponse<String> stream(String path, String body) {
    return send(posting(path, body).header("Accept", "text/event-stream"));
  }

  protected HttpResponse<String> get(String path) {
    return send(request(path));
  }

  protected static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  protected static java.util.concurrent.CompletableFuture<HttpResponse<String>> sendAsync(
      HttpRequest.Builder request) {
    return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
  }
}
