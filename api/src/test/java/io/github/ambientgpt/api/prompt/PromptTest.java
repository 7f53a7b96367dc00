package io.github.ambientgpt.api.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ApiTest
class PromptTest {
  private final Service service;

  PromptTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @Test
  void eachFileCanBeRead() {
    JsonNode list = service.get("/api/v1/prompts").is(200).json();

    assertThat(list.get("prompts")).isNotEmpty();
    assertThat(list.get("files")).isNotEmpty();
    for (JsonNode file : list.get("files")) {
      assertThat(
              service
                  .get("/api/v1/prompts/" + file.asString())
                  .is(200)
                  .json()
                  .get("source")
                  .asString())
          .isNotBlank();
    }
  }

  @Test
  void anUnknownOneSaysWhichThereAre() {
    service.get("/api/v1/prompts/poem.md").isProblem(422, "unknown-name");
  }
}
