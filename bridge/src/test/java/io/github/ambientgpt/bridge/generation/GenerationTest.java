package io.github.ambientgpt.bridge.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bridge.WithPlayedOllama;
import io.github.ambientgpt.core.contract.PlayedServer.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class GenerationTest extends WithPlayedOllama {
  private static final String PATH = "/api/v1/generate";
  private static final String PROMPT = "{\"prompt\": \"I cough.\"}";

  @Test
  void anAnswerComesWholeWithWhatItTook() {
    HttpResponse<String> answer = post(PATH, PROMPT);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = json(answer.body());
    assertThat(body.path("text").asString()).isEqualTo("Cough for two weeks.");
    assertThat(body.path("model").asString()).isEqualTo("gemma3:4b");
    assertThat(body.path("ending").asString()).isEqualTo("complete");
    assertThat(body.at("/usage/promptTokens").asInt()).isEqualTo(12);
    assertThat(body.at("/usage/completionTokens").asInt()).isEqualTo(5);
    assertThat(body.at("/timing/total").isNumber()).isTrue();
  }

  @Test
  void whatTheClientWantsReachesOllamaInItsWords() {
    HttpResponse<String> answer =
        post(
            PATH,
            """
        {"prompt": "p", "model": "phi4", "system": "Be brief.", "temperature": 0.5, "seed": 7,
         "maxTokens": 99, "stop": ["END"], "schema": {"type": "object"}}
        """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

    JsonNode asked = lastAsked(GENERATE);
    assertThat(asked.path("model").asString()).isEqualTo("phi4:latest");
    assertThat(asked.path("system").asString()).isEqualTo("Be brief.");
    assertThat(asked.path("format").toString()).isEqualTo("{\"type\":\"object\"}");
    assertThat(asked.at("/options/temperature").asDouble()).isEqualTo(0.5);
    assertThat(asked.at("/options/seed").asInt()).isEqualTo(7);
    assertThat(asked.at("/options/num_predict").asInt()).isEqualTo(99);
    assertThat(asked.at("/options/stop/0").asString()).isEqualTo("END");
  }

  @Test
  void aStreamComesPieceByPieceAndEndsWithWhatItTook() {
    OLLAMA.at(
        GENERATE,
        (question, reply) -> {
          reply.type("application/x-ndjson").say(piece("Cough"));
          reply.say(piece(" for"));
          reply.say(answer(" weeks."));
        });

    HttpResponse<String> answer = stream(PATH, PROMPT);

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(answer.body())
        .containsSubsequence(
            "event:text", "{\"text\":\"Cough\"}", "{\"text\":\" for\"}", "event:done")
        .contains("\"completionTokens\":5");
    assertThat(lastAsked(GENERATE).path("stream").asBoolean()).isTrue();
  }

  /** The faults that an Ollama can have, what the client is told, and how often Ollama is asked. */
  static Stream<Arguments> faults() {
    return Stream.of(
        fault("500", 502, "ollama-failed", 1, (q, r) -> r.status(500).json("{\"error\": \"x\"}")),
        fault("not JSON", 502, "ollama-broken", 1, (q, r) -> r.json("Zebedee")),
        fault("other JSON", 502, "ollama-broken", 1, (q, r) -> r.json("{\"Zebedee\": 1}")),
        fault("half an answer", 502, "ollama-broken", 1, (q, r) -> r.promise("{\"resp", 4000)),
        fault("empty", 502, "ollama-broken", 1, (q, r) -> r.send("")),
        fault("a dead line", 502, "ollama-broken", 1, (q, r) -> r.breakOff()),
        fault(
            "no model",
            404,
            "model-missing",
            1,
            (q, r) -> r.status(404).json("{\"error\": \"model 'x' not found\"}")),
        fault(
            "too long",
            413,
            "prompt-too-long",
            1,
            (q, r) ->
                r.status(400).json("{\"error\": \"the input length exceeds the context length\"}")),
        fault(
            "no memory",
            502,
            "ollama-no-memory",
            1,
            (q, r) ->
                r.status(500).json("{\"error\": \"model requires more system memory (9 GiB)\"}")),
        fault("busy", 503, "ollama-busy", 3, (q, r) -> r.status(503).json("{\"error\": \"busy\"}")),
        fault("silent", 504, "deadline", 1, (q, r) -> r.hang()));
  }

  private static Arguments fault(String name, int status, String type, int asked, Role role) {
    return Arguments.of(name, status, type, asked, role);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void eachFaultIsAProblemOfItsOwn(
      String name, int status, String type, int asked, Role role, CapturedOutput output) {
    OLLAMA.at(GENERATE, role);

    HttpResponse<String> answer = post(PATH, "{\"prompt\": \"I am Zebedee.\"}");

    assertProblem(answer, status, type);
    assertThat(questions(GENERATE)).hasSize(asked);
    assertThat(answer.body() + output.getAll()).doesNotContain("Zebedee");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultBeforeTheFirstPieceIsTheAnswersStatusInAStreamToo(
      String name, int status, String type, int asked, Role role) {
    OLLAMA.at(GENERATE, role);

    assertProblem(stream(PATH, PROMPT), status, type);
  }

  @Test
  void aStreamThatIsCutEndsWithAProblem() {
    OLLAMA.at(
        GENERATE,
        (question, reply) -> {
          reply.say(piece("Cough"));
          reply.breakOff();
        });

    HttpResponse<String> answer = stream(PATH, PROMPT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .containsSubsequence("{\"text\":\"Cough\"}", "event:problem", "problem:ollama-broken")
        .doesNotContain("event:done");
  }

  @Test
  void anErrorInTheMiddleOfAStreamEndsItWithAProblem() {
    OLLAMA.at(
        GENERATE,
        (question, reply) -> {
          reply.say(piece("Cough"));
          reply.say("{\"error\": \"Zebedee\"}\n");
        });

    assertThat(stream(PATH, PROMPT).body())
        .contains("event:problem", "problem:ollama-failed")
        .doesNotContain("Zebedee");
  }

  @Test
  void aBusyOllamaIsAskedAgainAndAnswers() {
    OLLAMA.at(
        GENERATE,
        (question, reply) -> {
          if (questions(GENERATE).size() < 2) {
            reply.status(503).json("{\"error\": \"busy\"}");
          } else {
            reply.json(answer("Cough."));
          }
        });

    assertThat(post(PATH, PROMPT).statusCode()).isEqualTo(200);
    assertThat(questions(GENERATE)).hasSize(2);
  }

  @Test
  void theClientCanSetAShorterDeadline() {
    OLLAMA.at(GENERATE, (question, reply) -> reply.hang());

    long begin = System.nanoTime();
    HttpResponse<String> answer = post(PATH, "{\"prompt\": \"p\", \"deadlineSeconds\": 0.3}");

    assertProblem(answer, 504, "deadline");
    assertThat(System.nanoTime() - begin).isLessThan(2_500_000_000L);
  }

  @ParameterizedTest
  @CsvSource({"10, 4096", "10000, 8192", "40000, 16384", "90000, 32768", "200000, 32768"})
  void roomIsAskedForAsThePromptNeedsIt(int bytes, int room) {
    post(PATH, "{\"prompt\": \"%s\"}".formatted("x".repeat(bytes)));

    JsonNode asked = lastAsked(GENERATE);
    assertThat(asked.at("/options/num_ctx").asInt()).isEqualTo(room);
    assertThat(asked.path("truncate").asBoolean(true)).isFalse();
    assertThat(asked.path("shift").asBoolean(true)).isFalse();
  }

  @Test
  void roomThatTheModelsOwnFileSetsIsLeftAlone() {
    OLLAMA.at(
        "/api/show",
        (question, reply) -> reply.json("{\"parameters\": \"stop \\\"x\\\"\\nnum_ctx 9000\"}"));

    post(PATH, "{\"prompt\": \"p\", \"model\": \"own-room\"}");

    assertThat(lastAsked(GENERATE).at("/options/num_ctx").isMissingNode()).isTrue();
    assertThat(lastAsked(GENERATE).path("truncate").asBoolean(true)).isFalse();
  }

  @Test
  void anOldOllamaThatCutsAPromptIsFoundOut() {
    OLLAMA.at("/api/show", (question, reply) -> reply.json(shown(600)));
    OLLAMA.at(
        GENERATE,
        (question, reply) ->
            reply.json("{\"response\": \"Cough.\", \"done\": true, \"prompt_eval_count\": 600}"));

    HttpResponse<String> answer =
        post(PATH, "{\"prompt\": \"%s\", \"model\": \"cutter\"}".formatted("word ".repeat(700)));

    assertProblem(answer, 413, "prompt-too-long");
    assertThat(json(answer.body()).path("contextTokens").asInt()).isEqualTo(600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"prompt\": \" \"}",
        "{\"prompt\": \"p\", \"schema\": \"Zebedee\"}",
        "{\"prompt\": \"p\", \"temperature\": 3}",
        "{\"prompt\": \"p\", \"maxTokens\": 0}",
        "{\"prompt\": \"p\", \"deadlineSeconds\": -1}",
        "{\"prompt\": \"p\", \"model\": \"../Zebedee Zed\"}",
        "{\"prompt\": \"p\", \"zebedee\": 1}",
        "{\"prompt\": [\"Zebedee\"]}",
        "{\"prompt\": Zebedee}",
        "[]",
        ""
      })
  void whatIsWrongWithARequestIsSaidWithoutQuotingIt(String body, CapturedOutput output) {
    HttpResponse<String> answer = post(PATH, body);

    assertProblem(answer, 400, "invalid-request");
    assertThat(answer.body() + output.getAll()).doesNotContain("Zebedee");
    assertThat(questions(GENERATE)).isEmpty();
  }

  @Test
  void anAcceptThatCannotBeMetIs406() {
    assertProblem(send(posting(PATH, PROMPT).header("Accept", "image/png")), 406, "not-acceptable");
    assertThat(send(posting(PATH, PROMPT).header("Accept", "*/*")).statusCode()).isEqualTo(200);
    assertThat(questions(GENERATE)).hasSize(1);
  }

  @Test
  void otherMistakesInHttpAreProblemsToo() {
    assertProblem(
        send(
            request(PATH)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(PROMPT))),
        415,
        "http-415");
    assertProblem(get(PATH), 405, "http-405");
    assertProblem(get("/nowhere"), 404, "http-404");
  }

  @Test
  void whatIsTooLongToBeTakenIsRefused() {
    assertProblem(
        post(PATH, "{\"prompt\": \"%s\"}".formatted("x".repeat(5_000_000))),
        413,
        "content-too-large");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer.body());
    assertThat(problem.path("type").asString()).isEqualTo("urn:ambient-gpt:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).endsWith(".");
  }
}
