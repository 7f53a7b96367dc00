package io.github.ambientgpt.bridge.lambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bridge.WithPlayedOllama;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** The predecessor's bridge: routes, fields, defaults, names, statuses and texts of its errors. */
@ExtendWith(OutputCaptureExtension.class)
class LambientContractTest extends WithPlayedOllama {
  private static final String PROMPT = "{\"prompt\": \"I cough.\"}";

  @ParameterizedTest
  @CsvSource({
    "/generate_note, note",
    "/cleanup_transcription, cleaned_text",
    "/cleanup, cleaned_text",
  })
  void eachRouteAnswersInItsOwnField(String path, String field) {
    HttpResponse<String> answer = post(path, PROMPT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).isEqualTo("{\"%s\":\"Cough for two weeks.\"}".formatted(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/generate_note", "/cleanup_transcription", "/cleanup"})
  void whatIsLeftOutHasTheDefaultsOfOld(String path) {
    post(path, PROMPT);

    JsonNode asked = lastAsked(GENERATE);
    assertThat(asked.path("prompt").asString()).isEqualTo("I cough.");
    assertThat(asked.path("model").asString()).isEqualTo("gemma3:4b");
    assertThat(asked.path("system").asString()).isNotBlank();
    assertThat(asked.path("stream").asBoolean(true)).isFalse();
    assertThat(asked.has("format")).isFalse();
  }

  @Test
  void aNoteAndACleanUpHaveInstructionsOfTheirOwn() {
    post("/generate_note", PROMPT);
    String note = lastAsked(GENERATE).path("system").asString();
    post("/cleanup", PROMPT);

    assertThat(lastAsked(GENERATE).path("system").asString()).isNotEqualTo(note);
  }

  @ParameterizedTest
  @CsvSource({
    "gemma3-4b, gemma3:4b",
    "deepseek-r1-14b, deepseek-r1:14b",
    "llama3, llama3:latest",
    "phi4, phi4:latest",
    "qwen3-8b, qwen3:8b",
    "a-b-c, a:b:c",
    "mistral, mistral",
  })
  void namesOfModelsBecomeOllamas(String client, String ollama) {
    post("/generate_note", "{\"prompt\": \"p\", \"model\": \"%s\"}".formatted(client));

    assertThat(lastAsked(GENERATE).path("model").asString()).isEqualTo(ollama);
  }

  @Test
  void theClientsOwnInstructionsGoBeforeTheDefault() {
    post("/generate_note", "{\"prompt\": \"p\", \"system_prompt\": \"Be brief.\"}");

    assertThat(lastAsked(GENERATE).path("system").asString()).isEqualTo("Be brief.");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "1, true", "\"yes\", true", "false, false", "0, false", "null, false"})
  void jsonIsAskedForAsPythonUnderstandsTruth(String said, boolean json) {
    post("/generate_note", "{\"prompt\": \"p\", \"is_json_output\": %s}".formatted(said));

    assertThat(lastAsked(GENERATE).path("format").asString("")).isEqualTo(json ? "json" : "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"prompt\": \"\"}", "{\"prompt\": null}", "{\"model\": \"phi4\"}"})
  void withoutAPromptThereIsTheErrorOfOld(String body) {
    HttpResponse<String> answer = post("/cleanup_transcription", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"No prompt provided\"}");
    assertThat(questions(GENERATE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500, 502})
  void ollamasStatusIsNamed(int status) {
    OLLAMA.at(GENERATE, (question, reply) -> reply.status(status).json("{\"error\": \"no\"}"));

    HttpResponse<String> answer = post("/generate_note", PROMPT);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Ollama API error: %d\"}".formatted(status));
  }

  @ParameterizedTest
  @CsvSource({
    "/generate_note, Ollama API timeout - model may be taking too long",
    "/cleanup_transcription, Ollama API timeout - model may be taking too long",
    "/cleanup, Ollama API timeout during cleanup",
  })
  void anOllamaThatTakesTooLongIs504(String path, String text) {
    OLLAMA.at(GENERATE, (question, reply) -> reply.hang());

    HttpResponse<String> answer = post(path, PROMPT);

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).isEqualTo("{\"error\":\"%s\"}".formatted(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prompt\": Zebedee coughs}",
        "[\"Zebedee\"]",
        "Zebedee",
        "",
        "{\"prompt\": {\"a\": \"Zebedee\"}}",
        "{\"prompt\": \"Zebedee\", \"model\": null}"
      })
  void whatCannotBeReadIs500AndStaysOutOfTheAnswerAndTheLog(String body, CapturedOutput output) {
    HttpResponse<String> answer = post("/generate_note", body);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json(answer.body()).path("error").asString()).isNotBlank();
    assertThat(answer.body() + output.getAll()).doesNotContain("Zebedee");
  }

  @Test
  void anotherContentTypeIs500() {
    HttpResponse<String> answer =
        send(
            request("/generate_note")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(PROMPT)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json(answer.body()).path("error").asString()).contains("application/json");
  }

  @Test
  void anAnswerWithoutATextIsAnErrorAndNoEmptyNote() {
    OLLAMA.at(GENERATE, (question, reply) -> reply.json("{\"odd\": 1}"));

    assertThat(post("/generate_note", PROMPT).statusCode()).isEqualTo(500);
  }

  @Test
  void aPromptThatDoesNotFitIsAnErrorAndNotCut() {
    OLLAMA.at("/api/show", (question, reply) -> reply.json(shown(512)));

    HttpResponse<String> answer =
        post(
            "/generate_note",
            "{\"prompt\": \"%s\", \"model\": \"short\"}".formatted("I cough. ".repeat(2000)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json(answer.body()).path("error").asString()).contains("room for 512");
    assertThat(questions(GENERATE)).isEmpty();
  }
}
