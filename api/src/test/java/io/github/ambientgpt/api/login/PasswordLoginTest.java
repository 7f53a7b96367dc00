package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.login.People.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ApiTest
@TestPropertySource(
    properties = {"ambient-gpt.login.mode=password", "ambient-gpt.login.setup-code=" + People.CODE})
class PasswordLoginTest {
  private final Service service;
  private final People people;

  PasswordLoginTest(@LocalServerPort int port) {
    service = Service.at(port);
    people = new People(service);
    people.admin();
  }

  private static String name() {
    return "n" + UUID.randomUUID().toString().substring(0, 12);
  }

  @Test
  void whoIsNotLoggedInGetsNothing() {
    service.get("/api/v1/encounters").isProblem(401, "unauthenticated");
    service.get("/api/v1/me").isProblem(401, "unauthenticated");
    service.browser().post("/api/v1/encounters", "{\"label\":\"A\"}").is(401);
    assertThat(service.get("/notes").status()).isEqualTo(401);
    assertThat(service.get("/v1/models").status()).isEqualTo(401);
  }

  @Test
  void thePageAndTheHealthAreThereForEverybody() {
    assertThat(service.get("/actuator/health").status()).isEqualTo(200);
    assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(service.get("/nothing-here").status()).isEqualTo(404);
  }

  @Test
  void theFirstAccountIsMadeOnceAndIsClinicianAndAdmin() {
    assertThat(service.get("/api/v1/login").json().get("setupNeeded").asBoolean()).isFalse();
    people.setUp(People.CODE).isProblem(409, "conflict");
    assertThat(people.admin().get("/api/v1/me").is(200).json().get("roles").toString())
        .contains("clinician", "admin")
        .doesNotContain("auditor");
  }

  @Test
  void aSessionIsOfTheBrowserAloneAndNoScriptReadsIt() {
    Answer answer =
        service
            .browser()
            .post(
                "/api/v1/session",
                "{\"username\":\"ADA\",\"password\":\"%s\"}".formatted(People.PASSWORD))
            .is(200);

    List<String> cookies = answer.http().headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("session=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure"));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void behindTlsACookieIsOfThisHostAlone() {
    Answer page =
        service.ask("GET", "/api/v1/login").header("X-Forwarded-Proto", "https").send().is(200);

    assertThat(page.header("Set-Cookie"))
        .startsWith("__Host-csrf=")
        .contains("Secure", "SameSite=Strict", "Path=/")
        .doesNotContain("Domain");
    assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
  }

  @Test
  void aChangeNeedsTheCsrfToken() {
    Person person = people.join(name(), "clinician");
    Service without =
        person.service().get("/api/v1/me").browser().with(Map.of("Cookie", cookie(person)));

    without.post("/api/v1/encounters", "{\"label\":\"A\"}").isProblem(403, "csrf");
    assertThat(person.service().get("/api/v1/encounters").json().get("total").asInt()).isZero();
  }

  private static String cookie(Person person) {
    return person.service().headers().get("Cookie");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
    Person person = people.join(name(), "clinician");

    Answer wrong = logIn(person.username(), "wrong password!").isProblem(401, "wrong-credentials");
    Answer unknown = logIn(name(), "wrong password!").isProblem(401, "wrong-credentials");

    assertThat(wrong.json().get("detail")).isEqualTo(unknown.json().get("detail"));
  }

  private Answer logIn(String username, String password) {
    return service
        .browser()
        .post(
            "/api/v1/session",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
  }

  @Test
  void whoGuessesIsSlowedDownEvenWhenTheyGuessRight() {
    Person person = people.join(name(), "clinician");
    for (int i = 0; i < 5; i++) {
      logIn(person.username(), "wrong password!").is(401);
    }

    logIn(person.username(), People.PASSWORD).isProblem(429, "too-many-requests");
    person.service().get("/api/v1/me").is(200);
  }

  @Test
  void aPasswordThatIsEasyToGuessIsRefused() {
    String name = name();
    String code = people.invite(name, "clinician").is(201).json().get("code").asString();

    people.redeem(name, code, "short").isProblem(400, "invalid-request");
    people.redeem(name, code, "aaaaaaaaaaaaaaaa").isProblem(400, "invalid-request");
    people.redeem(name, code, name + "12345").isProblem(400, "invalid-request");
    people.redeem(name, code, People.PASSWORD).is(200);
  }

  @Test
  void aCodeIsForOneTime() {
    String name = name();
    String code = people.invite(name, "auditor").is(201).json().get("code").asString();
    people.redeem(name, "AAAAA-BBBBB-CCCCC-DDDDD", People.PASSWORD).is(401);
    people.redeem(name, code.toLowerCase().replace("-", " "), People.PASSWORD).is(200);

    people.redeem(name, code, "another good password").isProblem(401, "wrong-credentials");
  }

  @Test
  void aNewCodeEndsPasswordAndSessions() {
    Person person = people.join(name(), "clinician");

    people.admin().post("/api/v1/users/" + person.id() + ":reset-password").send().is(200);

    person.service().get("/api/v1/me").is(401);
    logIn(person.username(), People.PASSWORD).is(401);
  }

  @Test
  void aNewPasswordEndsOnesOtherSessions() {
    Person person = people.join(name(), "clinician");
    Service other = service.as(person.username(), People.PASSWORD);
    String change =
        "{\"current\":\"%s\",\"password\":\"another good password\"}".formatted(People.PASSWORD);

    Service here =
        person.service().ask("PUT", "/api/v1/me/password").json(change).send().is(204).browser();

    here.get("/api/v1/me").is(200);
    other.get("/api/v1/me").is(401);
    service.as(person.username(), "another good password");
  }

  @Test
  void whoIsDisabledIsOutAtOnceAndRolesCountAtOnce() {
    Person person = people.join(name(), "clinician");
    Service admin = people.admin();
    Answer loaded = admin.get("/api/v1/users/" + person.id()).is(200);

    Answer changed = change(person, loaded, "{\"roles\":[\"auditor\"]}").is(200);
    person.service().get("/api/v1/encounters").isProblem(403, "forbidden");

    change(person, changed, "{\"enabled\":false}").is(200);
    person.service().get("/api/v1/me").is(401);
    logIn(person.username(), People.PASSWORD).is(401);
  }

  private Answer change(Person person, Answer loaded, String change) {
    return people
        .admin()
        .ask("PATCH", "/api/v1/users/" + person.id())
        .ifMatch(loaded)
        .json(change)
        .send();
  }

  @Test
  void theLastAdminStaysOne() {
    Service admin = people.admin();
    String me = "/api/v1/users/" + admin.get("/api/v1/me").json().get("id").asString();

    admin
        .ask("PATCH", me)
        .ifMatch(admin.get(me))
        .json("{\"roles\":[\"clinician\"]}")
        .send()
        .isProblem(409, "conflict");
    admin.get("/api/v1/users").is(200);
  }

  @Test
  void loggingOutEndsTheSessionForWhoeverHasItsCookie() {
    Person person = people.join(name(), "clinician");

    person.service().ask("DELETE", "/api/v1/session").send().is(204);

    person.service().get("/api/v1/me").is(401);
  }

  @Test
  void aTokenDoesWhatItsScopesSayAndNoMore() {
    Person person = people.join(name(), "clinician");
    Answer made = token(person, "read");
    Service program = service.withToken(made.json().get("secret").asString());

    program.get("/api/v1/encounters").is(200);
    program.post("/api/v1/encounters", "{\"label\":\"A\"}").isProblem(403, "forbidden");
    program.get("/api/v1/tokens").isProblem(403, "forbidden");
    assertThat(program.get("/v1/models").status()).isEqualTo(403);
    Service writes = service.withToken(token(person, "write").json().get("secret").asString());
    writes.post("/api/v1/encounters", "{\"label\":\"A\"}").is(201);
    Service hears = service.withToken(token(person, "transcribe").json().get("secret").asString());
    assertThat(hears.get("/v1/models").status()).isEqualTo(200);
    hears.get("/api/v1/encounters").isProblem(403, "forbidden");
    Service rules = service.withToken(token(person, "admin").json().get("secret").asString());
    rules.get("/api/v1/users").isProblem(403, "forbidden");
  }

  @Test
  void aTokenIsToldOnceShowsItsLastUseAndIsRevokedAtOnce() {
    Person person = people.join(name(), "clinician");
    Answer made = token(person, "read");
    String secret = made.json().get("secret").asString();
    Service program = service.withToken(secret);
    program.get("/api/v1/me").is(200);

    Answer list = person.service().get("/api/v1/tokens").is(200);
    assertThat(list.text()).doesNotContain(secret);
    assertThat(list.json().at("/items/0/lastUsedAt").asString("")).isNotEmpty();

    String id = made.json().at("/token/id").asString();
    person.service().ask("DELETE", "/api/v1/tokens/" + id).send().is(204);
    program.get("/api/v1/me").isProblem(401, "unauthenticated");
  }

  private static Answer token(Person person, String scope) {
    String wanted = "{\"name\":\"a program\",\"scopes\":[\"%s\"]}".formatted(scope);
    return person.service().post("/api/v1/tokens", wanted).is(201);
  }

  @Test
  void aTokenThatIsWrongIsNoSession() {
    Person person = people.join(name(), "clinician");
    Service both =
        service.with(Map.of("Cookie", cookie(person), "Authorization", "Bearer agn_wrong"));

    both.get("/api/v1/me").is(401);
    service.withToken("something else").get("/api/v1/me").is(401);
  }

  @Test
  void figuresAreForThisMachineAndForWhoHasTheScrapersToken() {
    assertThat(service.get("/actuator/prometheus").text()).contains("ambientgpt_logins_total");
    assertThat(service.withToken("wrong").get("/actuator/prometheus").status()).isIn(401, 403);
    assertThat(
            service
                .with(Map.of("X-Forwarded-For", "203.0.113.9"))
                .get("/actuator/prometheus")
                .status())
        .isIn(401, 403);
  }

  @Test
  void whoCameInAndWhoDidNotStandsInTheAuditLog() {
    Person auditor = people.join(name(), "auditor");
    String name = name();
    Person person = people.join(name, "clinician");
    logIn(name, "wrong password!").is(401);

    String object = "account/" + person.id();
    Answer lines =
        auditor.service().get("/api/v1/audit-lines?action=login&object=" + object).is(200);

    assertThat(lines.json().get("total").asInt()).isEqualTo(2);
    assertThat(lines.text()).doesNotContain("wrong password!", People.PASSWORD);
    people.admin().get("/api/v1/audit-lines").isProblem(403, "forbidden");
  }
}
