package io.github.ambientgpt.api.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class EncounterTest {
  private final Service service;

  EncounterTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @Test
  void anEncounterIsKeptWithItsConsent() {
    Answer made =
        service
            .post(
                "/api/v1/encounters",
                """
                {"label": "Knee", "visitedOn": "2026-11-02",
                 "consent": {"givenBy": "The patient", "wording": "May we record?"}}""")
            .is(201);

    Answer read = service.get(made.header("Location")).is(200);

    assertThat(read.json()).isEqualTo(made.json());
    assertThat(read.json().get("visitedOn").asString()).isEqualTo("2026-11-02");
    assertThat(read.json().at("/consent/givenBy").asString()).isEqualTo("The patient");
    assertThat(read.json().at("/consent/givenAt").asString()).endsWith("Z");
    assertThat(read.etag()).isEqualTo("\"1\"").isEqualTo(made.etag());
  }

  @Test
  void anUnknownFieldIsRefusedByItsName() {
    Answer refused =
        service
            .post("/api/v1/encounters", "{\"label\": \"Knee\", \"patient\": \"Jones\"}")
            .isProblem(400, "invalid-request");

    assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("patient");
    assertThat(refused.json().at("/errors/0/message").asString()).contains("label, visitedOn");
    assertThat(refused.text()).doesNotContain("Jones");
  }

  @Test
  void allFieldsThatAreWrongAreNamedAtOnce() {
    Answer refused =
        service
            .post(
                "/api/v1/encounters",
                "{\"label\": \" \", \"consent\": {\"givenBy\": \"\", \"wording\": \"%s\"}}"
                    .formatted("x".repeat(2001)))
            .isProblem(400, "invalid-request");

    assertThat(refused.json().get("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("label", "consent.givenBy", "consent.wording");
  }

  @Test
  void whatIsNoDateIsNamed() {
    service
        .post("/api/v1/encounters", "{\"label\": \"Knee\", \"visitedOn\": \"yesterday\"}")
        .isProblem(400, "invalid-request");
    assertThat(service.get("/api/v1/encounters/none").isProblem(400, "invalid-request").text())
        .contains("'id'");
  }

  @Test
  void aChangeNeedsTheVersionThatWasLoaded() {
    Answer made = service.encounter("Knee");
    String path = made.header("Location");

    service
        .ask("PATCH", path)
        .json("{\"label\": \"Hip\"}")
        .send()
        .isProblem(428, "precondition-required");
    Answer changed =
        service.ask("PATCH", path).json("{\"label\": \"Hip\"}").ifMatch(made).send().is(200);
    service
        .ask("PATCH", path)
        .json("{\"label\": \"Toe\"}")
        .ifMatch(made)
        .send()
        .isProblem(412, "edit-conflict");
    service
        .ask("PATCH", path)
        .json("{}")
        .header("If-Match", "yes")
        .send()
        .isProblem(400, "invalid-request");

    assertThat(changed.json().get("label").asString()).isEqualTo("Hip");
    assertThat(service.get(path).json().get("label").asString()).isEqualTo("Hip");
  }

  @Test
  void aConsentIsTakenBack() {
    Answer made =
        service.post(
            "/api/v1/encounters",
            "{\"label\": \"Knee\", \"consent\": {\"givenBy\": \"P\", \"wording\": \"W\"}}");

    Answer without =
        service.ask("DELETE", made.header("Location") + "/consent").ifMatch(made).send().is(200);

    assertThat(without.json().has("consent")).isFalse();
  }

  @Test
  void aDeletedEncounterIsGone() {
    Answer made = service.encounter("Knee");
    String path = made.header("Location");

    service.ask("DELETE", path).ifMatch(made).send().is(204);

    service.get(path).isProblem(404, "not-found");
    service.ask("DELETE", path).ifMatch(made).send().isProblem(404, "not-found");
  }

  @Test
  void aListHasPagesInTheOrderThatWasAskedFor() {
    for (int day = 1; day <= 3; day++) {
      service.post(
          "/api/v1/encounters",
          "{\"label\": \"Paged %d\", \"visitedOn\": \"2019-01-0%d\"}".formatted(day, day));
    }

    Answer first =
        service
            .get("/api/v1/encounters?from=2019-01-01&to=2019-01-31&sort=visitedOn&size=2")
            .is(200);
    Answer second =
        service
            .get("/api/v1/encounters?from=2019-01-01&to=2019-01-31&sort=visitedOn&size=2&page=1")
            .is(200);

    assertThat(first.json().get("items").findValuesAsString("label"))
        .containsExactly("Paged 1", "Paged 2");
    assertThat(second.json().get("items").findValuesAsString("label")).containsExactly("Paged 3");
    assertThat(first.json().get("total").asInt()).isEqualTo(3);
    service.get("/api/v1/encounters?sort=label").isProblem(400, "invalid-request");
    service.get("/api/v1/encounters?size=1000").isProblem(400, "invalid-request");
  }

  @Test
  void aSearchFindsWholeWordsOfALabelInAnyCase() {
    service.encounter("Zinnia, second visit");
    service.encounter("Zinnia, third visit");

    assertThat(labels("ZINNIA second")).containsExactly("Zinnia, second visit");
    assertThat(labels("zinn")).isEmpty();
    assertThat(labels("zinnia")).hasSize(2);
  }

  private java.util.List<String> labels(String question) {
    return service
        .get("/api/v1/encounters?q=" + question.replace(" ", "%20"))
        .is(200)
        .json()
        .get("items")
        .findValuesAsString("label");
  }

  @Test
  void aCreationThatIsSentAgainIsAnsweredAlikeAndDoneOnce() {
    String key = "key-" + java.util.UUID.randomUUID();
    Answer first =
        service
            .post("/api/v1/encounters")
            .header("Idempotency-Key", key)
            .json("{\"label\": \"Once upon\"}")
            .send()
            .is(201);
    Answer again =
        service
            .post("/api/v1/encounters")
            .header("Idempotency-Key", key)
            .json("{\"label\": \"Once upon\"}")
            .send()
            .is(201);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(labels("upon")).hasSize(1);
    service
        .post("/api/v1/encounters")
        .header("Idempotency-Key", key)
        .json("{\"label\": \"Another\"}")
        .send()
        .isProblem(422, "key-reused");
  }

  @Test
  void aCreationThatFailedMayBeSentRightWithTheSameKey() {
    String key = "key-" + java.util.UUID.randomUUID();

    service.post("/api/v1/encounters").header("Idempotency-Key", key).json("{}").send().is(400);

    service
        .post("/api/v1/encounters")
        .header("Idempotency-Key", key)
        .json("{\"label\": \"Right\"}")
        .send()
        .is(201);
  }

  @Test
  void whatIsNoJsonOrNoRouteIsAProblem() {
    service.post("/api/v1/encounters", "{\"label\":").isProblem(400, "invalid-request");
    service
        .post("/api/v1/encounters")
        .body("text/plain", new byte[] {1})
        .send()
        .isProblem(415, "unsupported-media-type");
    service.get("/api/v1/nothing").isProblem(404, "not-found");
    service.ask("PUT", "/api/v1/encounters").send().isProblem(405, "method-not-allowed");
    service
        .post("/api/v1/encounters")
        .header("Content-Type", "multipart/form-data")
        .send()
        .isProblem(415, "unsupported-media-type");
    service
        .ask("GET", "/api/v1/encounters")
        .header("Content-Type", "multipart/form-data")
        .send()
        .is(200);
  }
}
