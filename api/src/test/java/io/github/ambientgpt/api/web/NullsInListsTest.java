package io.github.ambientgpt.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Found by {@code -Pfuzz}: a list with nothing in one of its places. */
@ApiTest
class NullsInListsTest {
  private final Service service;

  NullsInListsTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  private static void assertRefused(Answer answer, String place) {
    assertThat(answer.isProblem(400, "invalid-request").json().at("/errors/0/field").asString())
        .isEqualTo(place);
  }

  @Test
  void aSpeakerThatIsNothingIsRefused() {
    Answer transcript =
        service
            .post(
                service.encounter("Nulls").header("Location") + "/transcripts",
                "{\"content\": \"Doctor: Any fever?\\nPatient: No.\"}")
            .is(201);

    assertRefused(
        service
            .ask("PUT", transcript.header("Location") + "/speakers")
            .json("{\"speakers\": [null, null]}")
            .ifMatch(transcript)
            .send(),
        "speakers[0]");
  }

  @Test
  void soIsANameToListenFor() {
    assertRefused(
        service.post("/api/v1/encounters", "{\"label\": \"Nulls\", \"vocabulary\": [\"a\", null]}"),
        "vocabulary[1]");
  }

  @Test
  void soIsARecognizerToCompare() {
    assertRefused(
        service.post(
            "/api/v1/recordings/" + UUID.randomUUID() + ":compare", "{\"recognizers\": [null]}"),
        "recognizers[0]");
  }
}
