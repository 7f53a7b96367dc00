package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.audit.AuditVerification;
import io.github.ambientgpt.api.login.People.Person;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What the audit log cannot take down is not done, and nothing is read that it should tell of. */
@ApiTest
@DirtiesContext
@TestPropertySource(
    properties = {"ambient-gpt.login.mode=password", "ambient-gpt.login.setup-code=" + People.CODE})
class UnwrittenAuditTest {
  private final Service service;
  private final People people;
  private final JdbcClient jdbc;
  private final AuditVerification verification;

  UnwrittenAuditTest(@LocalServerPort int port, JdbcClient jdbc, AuditVerification verification) {
    this.service = Service.at(port);
    this.people = new People(service);
    this.jdbc = jdbc;
    this.verification = verification;
    people.admin();
  }

  /** Nobody finds the end of the log, so that no line can be added. */
  private void breakLog() {
    jdbc.sql("update audit_anchor set id = 2").update();
  }

  @AfterEach
  void mendLog() {
    jdbc.sql("update audit_anchor set id = 1").update();
    assertThat(verification.verify(null).faults()).isEmpty();
  }

  private static void failed(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(500);
  }

  private static String name() {
    return "u" + UUID.randomUUID().toString().substring(0, 12);
  }

  @Test
  void noTokenIsMadeOrRevoked() {
    Service admin = people.admin();
    String wanted = "{\"name\": \"Dictation\", \"scopes\": [\"read\"]}";
    admin.post("/api/v1/tokens", wanted).is(201);
    Answer before = admin.get("/api/v1/tokens").is(200);
    breakLog();

    failed(admin.post("/api/v1/tokens", wanted));
    failed(
        admin.ask("DELETE", "/api/v1/tokens/" + before.json().at("/items/0/id").asString()).send());

    assertThat(admin.get("/api/v1/tokens").text()).isEqualTo(before.text());
  }

  @Test
  void noAccountIsChangedAndNoPasswordEnds() {
    Person bob = people.join(name(), "clinician");
    String path = "/api/v1/users/" + bob.id();
    Answer account = people.admin().get(path).is(200);
    breakLog();

    failed(
        people.admin().ask("PATCH", path).ifMatch(account).json("{\"name\": \"Another\"}").send());
    failed(people.admin().post(path + ":reset-password").send());
    failed(
        bob.service()
            .ask("PUT", "/api/v1/me/password")
            .json(
                "{\"current\": \"%s\", \"password\": \"another horse battery\"}"
                    .formatted(People.PASSWORD))
            .send());
    mendLog();

    assertThat(people.admin().get(path).text()).isEqualTo(account.text());
    bob.service().get("/api/v1/me").is(200);
    service.as(bob.username(), People.PASSWORD).get("/api/v1/me").is(200);
  }

  @Test
  void noVisitIsReadThroughBrokenGlass() {
    Person bob = people.join(name(), "clinician");
    String path = "/api/v1/encounters/" + bob.service().encounter("Of Bob").id();
    people
        .admin()
        .post(
            path + ":break-glass", "{\"purpose\":\"technical\",\"reason\":\"It is only a test.\"}")
        .is(200);
    people.admin().get(path).is(200);
    breakLog();

    Answer refused = people.admin().get(path);

    failed(refused);
    assertThat(refused.text()).doesNotContain("Of Bob");
  }
}
