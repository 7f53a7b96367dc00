package io.github.ambientgpt.api.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ApiTest
class ProviderTest {
  private final Service service;

  ProviderTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @Test
  void whatCanListenAndWriteIsThereWithWhatItLacks() {
    JsonNode all = service.get("/api/v1/providers").is(200).json();

    assertThat(all.get("recognizers").findValuesAsString("id"))
        .contains("whisper", "azure")
        .doesNotContain("sphinx");
    assertThat(all.get("languageModels").findValuesAsString("id")).contains("ollama", "bridge");
    JsonNode remote = find(all.get("recognizers"), "azure");
    assertThat(remote.get("ready").asBoolean()).isFalse();
    assertThat(remote.get("remote").asBoolean()).isTrue();
    assertThat(remote.get("remedy").asString()).isNotBlank();
  }

  @Test
  void aProbeAsksTheServiceBehindALanguageModel() {
    JsonNode probed =
        service.post("/api/v1/providers/language-models/ollama:probe").send().is(200).json();

    assertThat(probed.get("id").asString()).isEqualTo("ollama");
    assertThat(probed.get("needs")).isNotEmpty();
  }

  @Test
  void anUnknownOneSaysWhichThereAre() {
    assertThat(
            service
                .post("/api/v1/providers/recognizers/wisper:probe")
                .send()
                .isProblem(422, "unknown-name")
                .text())
        .contains("whisper");
  }

  private static JsonNode find(JsonNode list, String id) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(each -> each.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
