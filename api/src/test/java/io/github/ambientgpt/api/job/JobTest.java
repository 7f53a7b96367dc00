package io.github.ambientgpt.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ApiTest
class JobTest {
  private final Service service;

  JobTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  private Answer ended(String words) {
    String encounter = service.encounter("Job").header("Location");
    service.post(encounter + "/transcripts", "{\"content\": \"%s\"}".formatted(words)).is(201);
    return service.ended(service.post(encounter + "/notes").send());
  }

  private static String path(Answer job) {
    return "/api/v1/jobs/" + job.json().get("id").asString();
  }

  @Test
  void eventsAreNumberedWithoutGapsAndGoOnWhereAClientLeftOff() {
    Answer job = ended("Patient: I have had a dry cough for two weeks.");

    List<String> all = ids(service.get(path(job) + "/events").is(200).text());
    List<String> later =
        ids(
            service
                .ask("GET", path(job) + "/events")
                .header("Last-Event-ID", all.get(1))
                .send()
                .is(200)
                .text());

    assertThat(all).startsWith("1", "2").hasSizeGreaterThan(2);
    assertThat(later).isEqualTo(all.subList(2, all.size()));
    service
        .ask("GET", path(job) + "/events")
        .header("Last-Event-ID", "x")
        .send()
        .isProblem(400, "invalid-request");
  }

  private static List<String> ids(String events) {
    return events
        .lines()
        .filter(line -> line.startsWith("id:"))
        .map(line -> line.substring(3))
        .toList();
  }

  @Test
  void oneThatFailedIsRetriedAndOneThatSucceededIsNot() {
    Answer failed = ended("Patient: Hello.");
    Answer succeeded = ended("Patient: I have had a dry cough for two weeks.");

    Answer again = service.ended(service.post(path(failed) + ":retry").send());

    assertThat(again.json().get("attempt").asInt()).isEqualTo(2);
    assertThat(again.json().get("state").asString()).isEqualTo("failed");
    service.post(path(succeeded) + ":retry").send().isProblem(409, "conflict");
    assertThat(
            service.post(path(succeeded) + ":cancel").send().is(200).json().get("state").asString())
        .isEqualTo("succeeded");
  }

  @Test
  void onesOwnJobsAreListedByStateAndVisit() {
    Answer job = ended("Patient: Hello.");
    String encounter = job.json().get("encounterId").asString();

    JsonNode failed =
        service.get("/api/v1/jobs?state=failed&encounterId=" + encounter).is(200).json();

    assertThat(failed.get("items").findValuesAsString("id"))
        .containsExactly(job.json().get("id").asString());
    assertThat(
            service
                .get("/api/v1/jobs?state=running&encounterId=" + encounter)
                .json()
                .get("total")
                .asInt())
        .isZero();
    service.get("/api/v1/jobs?state=lost").isProblem(400, "invalid-request");
    service.get("/api/v1/jobs/" + UUID.randomUUID()).isProblem(404, "not-found");
    service.get("/api/v1/jobs/" + UUID.randomUUID() + "/events").isProblem(404, "not-found");
    service.get(path(job) + "/result").isProblem(404, "not-found");
  }
}
