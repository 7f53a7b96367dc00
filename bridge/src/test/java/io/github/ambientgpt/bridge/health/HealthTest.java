package io.github.ambientgpt.bridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bridge.WithPlayedOllama;
import io.github.ambientgpt.core.contract.PlayedServer.Role;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HealthTest extends WithPlayedOllama {
  private void assertReadiness(int status, String said) {
    HttpResponse<String> readiness = get("/actuator/health/readiness");
    assertThat(readiness.statusCode()).isEqualTo(status);
    assertThat(readiness.body()).contains(said);
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/routing").statusCode()).isEqualTo(200);
  }

  private static void tags(Role role) {
    OLLAMA.at("/api/tags", role);
  }

  @Test
  void itIsReadyWithAnOllamaThatHasAModel() {
    assertReadiness(200, "\"models\":2");
  }

  @Test
  void withoutOneItIsAliveAndReadinessSaysWhatIsMissing() {
    tags((question, reply) -> reply.json(tags()));
    assertReadiness(503, "ollama pull");

    tags((question, reply) -> reply.status(500).json("{}"));
    assertReadiness(503, "Ollama has failed (status 500)");

    tags((question, reply) -> reply.json("{\"odd\": 1}"));
    assertReadiness(503, "OLLAMA_URL");

    tags((question, reply) -> reply.hang());
    assertReadiness(503, "did not answer in time");
  }

  @Test
  void figuresAreThereAndNoWordOfAnybody(CapturedOutput output) {
    post("/api/v1/generate", "{\"prompt\": \"I am Zebedee.\", \"system\": \"Zebedee\"}");
    stream("/api/v1/generate", "{\"prompt\": \"I am Zebedee.\"}");
    OLLAMA.at(GENERATE, (question, reply) -> reply.status(500).json("{\"error\": \"Zebedee\"}"));
    post("/generate_note", "{\"prompt\": \"I am Zebedee.\", \"model\": \"zebedee\"}");

    String figures = get("/actuator/prometheus").body();

    assertThat(figures)
        .contains(
            "bridge_queue_waiting",
            "bridge_queue_running",
            "bridge_queue_wait_seconds_count",
            "bridge_first_token_seconds_count{model=\"gemma3:4b\"}",
            "bridge_tokens_per_second_count{model=\"gemma3:4b\"}",
            "bridge_tokens_total{model=\"gemma3:4b\",side=\"completion\"}",
            "bridge_errors_total{kind=\"ollama-failed\"}");
    assertThat(output.getAll()).contains("\"message\":\"answered\"", "\"kind\":\"ollama-failed\"");
    assertThat(figures + output.getAll()).doesNotContainIgnoringCase("Zebedee");
  }
}
