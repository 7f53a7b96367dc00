package io.github.ambientgpt.api.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class EncounterStateTest {
  private final Service service;

  EncounterStateTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @Test
  void aVisitSaysHowFarItIs() {
    Answer made = service.encounter("How far");
    String path = made.header("Location");
    assertThat(state(path)).isEqualTo("empty");

    service
        .post(path + "/transcripts")
        .body("text/plain", "Doctor: Any fever?\nPatient: No, just a dry cough.".getBytes())
        .send()
        .is(201);
    assertThat(state(path)).isEqualTo("heard");

    service.result(service.post(path + "/notes").send());
    assertThat(state(path)).isEqualTo("draft");
    assertThat(labels("unsigned")).contains("How far");
    assertThat(labels("signed")).doesNotContain("How far");
  }

  @Test
  void anUnknownStateIsRefused() {
    service.get("/api/v1/encounters?state=lost").isProblem(400, "invalid-request");
  }

  private String state(String path) {
    return service.get(path).is(200).json().get("state").asString();
  }

  private Iterable<String> labels(String state) {
    return service
        .get("/api/v1/encounters?size=200&state=" + state)
        .is(200)
        .json()
        .get("items")
        .findValuesAsString("label");
  }
}
