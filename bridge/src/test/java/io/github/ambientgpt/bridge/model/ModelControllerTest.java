package io.github.ambientgpt.bridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bridge.WithPlayedOllama;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ModelControllerTest extends WithPlayedOllama {
  private static final String PATH = "/api/v1/models";

  @Test
  void eachModelIsThereWithItsAliases() {
    JsonNode models = json(get(PATH).body()).path("models");

    assertThat(models).hasSize(2);
    assertThat(models.get(0).path("name").asString()).isEqualTo("gemma3:4b");
    assertThat(models.get(0).path("aliases").toString()).isEqualTo("[\"gemma3-4b\"]");
    assertThat(models.get(0).path("bytes").asLong()).isEqualTo(3_338_801_804L);
    assertThat(models.get(1).path("aliases")).isEmpty();
  }

  @Test
  void aPullShowsHowFarItIs() {
    OLLAMA.at(
        "/api/pull",
        (question, reply) -> {
          reply.say("{\"status\": \"pulling manifest\"}\n");
          reply.say("{\"status\": \"pulling 1\", \"total\": 100, \"completed\": 40}\n");
          reply.say("{\"status\": \"success\"}\n");
        });

    String events = post(PATH, "{\"name\": \"gemma3-4b\"}").body();

    assertThat(events)
        .containsSubsequence(
            "event:progress",
            "pulling manifest",
            "\"completed\":40",
            "\"total\":100",
            "event:done",
            "gemma3:4b");
    assertThat(lastAsked("/api/pull").path("model").asString()).isEqualTo("gemma3:4b");
  }

  @Test
  void aPullThatFailsOrBreaksOffEndsWithAProblem() {
    OLLAMA.at(
        "/api/pull",
        (question, reply) -> {
          reply.say("{\"status\": \"pulling manifest\"}\n");
          reply.say("{\"error\": \"pull model manifest: file does not exist\"}\n");
        });
    assertThat(post(PATH, "{\"name\": \"x\"}").body())
        .contains("event:problem")
        .doesNotContain("event:done");

    OLLAMA.at("/api/pull", (question, reply) -> reply.say("{\"status\": \"pulling manifest\"}\n"));
    assertThat(post(PATH, "{\"name\": \"x\"}").body())
        .contains("event:problem", "ollama-broken")
        .doesNotContain("event:done");
  }

  /** Ollama gets what it is told to get from anywhere: the bridge says from where. */
  @ParameterizedTest
  @ValueSource(strings = {"evil.example/x/y", "evil.example:8080/y", "10.0.0.1/x/y:z", "a/b/c"})
  void aPullFromAnotherRegistryIsRefused(String name) {
    HttpResponse<String> answer = post(PATH, "{\"name\": \"%s\"}".formatted(name));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(questions("/api/pull")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"name\": \"\"}", "{\"name\": \"http://evil/x\"}", "{\"name\": \"a b\"}"})
  void aPullOfNothingIsRefused(String body) {
    assertThat(post(PATH, body).statusCode()).isEqualTo(400);
    assertThat(questions("/api/pull")).isEmpty();
  }

  @Test
  void aModelIsDeleted() {
    OLLAMA.at("/api/delete", (question, reply) -> reply.send(""));

    HttpResponse<String> answer = send(request(PATH + "/hf.co/someone/model:Q4").DELETE());

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(lastAsked("/api/delete").path("model").asString())
        .isEqualTo("hf.co/someone/model:Q4");
  }

  @Test
  void whatIsNotThereCannotBeDeleted() {
    OLLAMA.at(
        "/api/delete",
        (question, reply) -> reply.status(404).json("{\"error\": \"model 'x' not found\"}"));

    HttpResponse<String> answer = send(request(PATH + "/x").DELETE());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer.body()).path("detail").asString()).contains("'x'");
  }
}
