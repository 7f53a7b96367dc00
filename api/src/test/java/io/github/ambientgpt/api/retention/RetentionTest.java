package io.github.ambientgpt.api.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SpeechSample;
import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedBlobs;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ApiTest
@DirtiesContext
@TestPropertySource(
    properties = {
      "ambient-gpt.retention.audio=10d",
      "ambient-gpt.retention.transcript=20d",
      "ambient-gpt.retention.unsigned-note=30d"
    })
class RetentionTest {
  private static final String VISIT =
      "{\"content\": \"Doctor: What brings you in?\\nPatient: A dry cough for two weeks.\\nDoctor: Take ibuprofen 400 milligrams twice a day.\"}";

  private final Service service;
  private final Retention retention;
  private final Sweep sweep;
  private final SealedBlobs blobs;
  private final JdbcClient jdbc;
  private final List<RetentionRule> rules;
  private final RetentionProperties properties;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  RetentionTest(
      Retention retention,
      Sweep sweep,
      SealedBlobs blobs,
      JdbcClient jdbc,
      List<RetentionRule> rules,
      RetentionProperties properties,
      AuditLog audit,
      TransactionTemplate transactions,
      @LocalServerPort int port) {
    this.retention = retention;
    this.sweep = sweep;
    this.blobs = blobs;
    this.jdbc = jdbc;
    this.rules = rules;
    this.properties = properties;
    this.audit = audit;
    this.transactions = transactions;
    this.service = Service.at(port);
  }

  private void made(String table, String column, Answer what, int daysAgo) {
    jdbc.sql("update " + table + " set " + column + " = ? where id = ?")
        .params(OffsetDateTime.now().minusDays(daysAgo), what.id())
        .update();
  }

  @Test
  void whatIsTooOldIsShownThenDeletedAndNeverASignedNote() {
    String path = service.encounter("Old").header("Location");
    Answer old =
        service.post(path + "/recordings").file("old.wav", SpeechSample.wav(1)).send().is(201);
    Answer young =
        service.post(path + "/recordings").file("young.wav", SpeechSample.wav(2)).send().is(201);
    Answer transcript = service.post(path + "/transcripts", VISIT).is(201);
    Answer unsigned = service.result(service.post(path + "/notes").send());
    Answer note = service.result(service.post(path + "/notes").send());
    String notePath = "/api/v1/notes/" + note.id();
    Answer edited =
        service
            .post(notePath + "/statements")
            .json("{\"section\": \"Plan\", \"text\": \"Ibuprofen 400 mg twice a day.\"}")
            .ifMatch(note)
            .send()
            .is(200);
    service.post(notePath + ":sign").json("{\"seen\": true}").ifMatch(edited).send().is(200);
    made("recording", "created_at", old, 11);
    made("recording", "created_at", young, 9);
    made("transcript", "updated_at", transcript, 21);
    made("note", "updated_at", unsigned, 31);
    made("note", "updated_at", note, 3000);

    String preview = retention.preview().toString();
    assertThat(preview)
        .contains(old.id().toString(), transcript.id().toString(), unsigned.id().toString())
        .doesNotContain(young.id().toString(), note.id().toString());
    JsonNode audio = rule("audio");
    assertThat(audio.get("keptDays").asInt()).isEqualTo(10);
    assertThat(audio.get("due").asInt()).isEqualTo(1);
    assertThat(audio.get("more").asBoolean()).isFalse();
    assertThat(Instant.parse(audio.get("oldest").asString()))
        .isBefore(Instant.now().minus(Duration.ofDays(10)));
    service.get(old.header("Location")).is(200);
    assertThat(rules).allSatisfy(this::deletesOnlyOnce);
    Answer done = service.post("/api/v1/admin/retention:enforce").send().is(202);
    assertThat(service.result(done).text())
        .contains("{\"kind\":\"audio\",\"deleted\":1,\"left\":0}")
        .contains("{\"kind\":\"transcript\",\"deleted\":1,\"left\":0}")
        .contains("{\"kind\":\"unsigned-note\",\"deleted\":1,\"left\":0}");

    service.get(old.header("Location")).isProblem(404, "not-found");
    assertThat(blobs.keys("recordings/" + old.id())).isEmpty();
    service.get(young.header("Location") + "/audio").is(200);
    service.get(transcript.header("Location")).isProblem(404, "not-found");
    service.get("/api/v1/notes/" + unsigned.id()).isProblem(404, "not-found");
    assertThat(service.get(notePath).is(200).json().get("state").asString()).isEqualTo("signed");
    assertThat(service.get("/api/v1/encounters?q=cough").json().get("total").asInt()).isZero();
    JsonNode deletions = service.get("/api/v1/audit-lines?action=retention.delete").json();
    assertThat(deletions.get("total").asInt()).isEqualTo(3);
    assertThat(deletions.get("items").valueStream())
        .extracting(line -> line.get("actorName").asString())
        .doesNotContain("");
    assertThat(
            service.get("/api/v1/audit-lines?action=retention.enforce").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(retention.preview()).isEmpty();
    assertThat(rule("audio").get("due").asInt()).isZero();
    assertThat(rule("audio").has("oldest")).isFalse();
  }

  private JsonNode rule(String kind) {
    return service
        .get("/api/v1/admin/retention")
        .is(200)
        .json()
        .valueStream()
        .filter(rule -> rule.get("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** Two runs at once find the same things due: one of them deletes each, and says so. */
  private void deletesOnlyOnce(RetentionRule rule) {
    RetentionRule.Due due =
        rule.due(Instant.now().minus(rule.age(properties)), 10).stream().findFirst().orElseThrow();
    transactions.executeWithoutResult(
        transaction -> {
          assertThat(rule.delete(due)).isTrue();
          assertThat(rule.delete(due)).isFalse();
          transaction.setRollbackOnly();
        });
  }

  @Test
  void whatCannotBeDeletedIsCountedAndKeepsNothingElse() {
    RetentionRule.Due held = new RetentionRule.Due(Ids.next(), Ids.next(), Instant.EPOCH);
    RetentionRule.Due free = new RetentionRule.Due(Ids.next(), Ids.next(), Instant.EPOCH);
    List<RetentionRule.Due> there = new ArrayList<>(List.of(held, free));
    RetentionRule rule =
        new RetentionRule() {
          @Override
          public String kind() {
            return "audio";
          }

          @Override
          public Duration age(RetentionProperties properties) {
            return Duration.ofDays(1);
          }

          @Override
          public List<Due> due(Instant before, int most) {
            return List.copyOf(there);
          }

          @Override
          public boolean delete(Due due) {
            if (due.equals(held)) {
              throw new IllegalStateException("a blob that is locked");
            }
            return there.remove(due);
          }
        };
    Retention one =
        new Retention(List.of(rule), properties, audit, transactions, Clock.systemUTC());

    assertThat(one.enforce(null, Monitor.NONE))
        .containsExactly(new Retention.Deleted("audio", 1, 1));
    assertThat(there).containsExactly(held);
  }

  @Test
  void blobsThatNothingNamesGoOnceTheyAreOld() throws IOException {
    UUID young = Ids.next();
    UUID old = new UUID(young.getMostSignificantBits() - (3L * 86_400_000 << 16), 0x8L << 60);
    for (UUID id : List.of(young, old)) {
      blobs.write(
          new Seal.Context(id, "audio"),
          "recordings/" + id,
          new ByteArrayInputStream(new byte[10]),
          10);
    }
    assertThat(sweep.orphans()).isEqualTo(1);
    assertThat(blobs.keys("recordings/" + young)).hasSize(1);
    assertThat(blobs.keys("recordings/" + old)).isEmpty();
  }
}
