package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Against a real OpenID provider. */
@ApiTest
class OidcLoginTest {
  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
  private static final String ISSUER = "clinic";
  private static final String CLIENT = "ambient-gpt";
  private static final HttpClient HTTP = HttpClient.newHttpClient(); // follows no redirects

  private final Service service;

  OidcLoginTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry properties) {
    PROVIDER.start();
    properties.add("ambient-gpt.login.mode", () -> "oidc");
    properties.add("ambient-gpt.login.oidc.issuer", () -> PROVIDER.issuerUrl(ISSUER).toString());
    properties.add("ambient-gpt.login.oidc.client-id", () -> CLIENT);
    properties.add("ambient-gpt.login.oidc.client-secret", () -> "a secret");
    properties.add("ambient-gpt.login.oidc.groups-claim", () -> "realm.groups");
    properties.add("ambient-gpt.login.oidc.roles.clinician", () -> "doctors,nurses");
    properties.add("ambient-gpt.login.oidc.roles.admin", () -> "it");
  }

  @AfterAll
  static void stop() {
    PROVIDER.shutdown();
  }

  private static DefaultOAuth2TokenCallback says(
      String subject, String audience, int seconds, String... groups) {
    Map<String, Object> claims =
        Map.of(
            "name",
            "Dr " + subject,
            "preferred_username",
            subject,
            "realm",
            Map.of("groups", List.of(groups)));
    return new DefaultOAuth2TokenCallback(
        ISSUER, subject, "JWT", List.of(audience), claims, seconds);
  }

  private static String token(DefaultOAuth2TokenCallback says) {
    return PROVIDER.issueToken(ISSUER, CLIENT, says).serialize();
  }

  private static HttpResponse<String> get(URI address, Map<String, String> cookies)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String pair = cookie.split(";")[0];
      cookies.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    return answer;
  }

  private static URI next(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  /** Through the provider and back. */
  private HttpResponse<String> cameBack(Map<String, String> cookies) throws Exception {
    String path = service.get("/api/v1/login").is(200).json().get("providerPath").asString();
    URI provider = next(get(service.base().resolve(path), cookies));
    assertThat(provider.getQuery()).contains("code_challenge_method=S256", "nonce=", "state=");
    URI back = next(get(provider, new TreeMap<>()));
    assertThat(back.getPath()).isEqualTo(OidcProvider.CALLBACK);
    return get(back, cookies);
  }

  @Test
  void aPersonComesInThroughTheProvider() throws Exception {
    PROVIDER.enqueueCallback(says("ann", CLIENT, 3600, "nurses"));
    Map<String, String> cookies = new TreeMap<>();

    HttpResponse<String> end = cameBack(cookies);

    assertThat(next(end).getPath()).isEqualTo("/");
    Service ann =
        service.with(
            Map.of(
                "Cookie",
                "session=%s; csrf=%s".formatted(cookies.get("session"), cookies.get("csrf")),
                "X-CSRF-Token",
                cookies.get("csrf")));
    assertThat(ann.get("/api/v1/me").is(200).json().get("name").asString()).isEqualTo("Dr ann");
    ann.encounter("A visit");
    ann.get("/api/v1/users").isProblem(403, "forbidden");
    ann.ask("DELETE", "/api/v1/session").send().is(204);
    ann.get("/api/v1/me").is(401);
  }

  @Test
  void whoHasNoRoleDoesNotComeIn() throws Exception {
    PROVIDER.enqueueCallback(says("bob", CLIENT, 3600, "visitors"));
    Map<String, String> cookies = new TreeMap<>();

    HttpResponse<String> end = cameBack(cookies);

    assertThat(next(end).getQuery()).isEqualTo("login=no-role");
    service.with(Map.of("Cookie", "session=" + cookies.get("session"))).get("/api/v1/me").is(401);
  }

  @Test
  void aCodeWithoutTheBrowserThatAskedForItIsWorthNothing() throws Exception {
    PROVIDER.enqueueCallback(says("eve", CLIENT, 3600, "doctors"));
    String path = service.get("/api/v1/login").is(200).json().get("providerPath").asString();
    URI provider = next(get(service.base().resolve(path), new TreeMap<>()));
    URI back = next(get(provider, new TreeMap<>()));

    HttpResponse<String> end = get(back, new TreeMap<>());

    assertThat(next(end).getQuery()).isEqualTo("login=failed");
  }

  @Test
  void aProgramSendsATokenOfTheProvider() {
    Service program = service.withToken(token(says("robot", CLIENT, 3600, "doctors", "it")));

    assertThat(program.get("/api/v1/me").is(200).json().get("roles").toString())
        .contains("clinician", "admin");
    program.post("/api/v1/encounters", "{\"label\":\"A\"}").is(201);
    program.get("/api/v1/tokens").isProblem(403, "forbidden");
  }

  @Test
  void aTokenForSomebodyElseOrOfAnotherTimeIsNone() {
    service
        .withToken(token(says("robot", "another-client", 3600, "doctors")))
        .get("/api/v1/me")
        .is(401);
    service.withToken(token(says("robot", CLIENT, -3600, "doctors"))).get("/api/v1/me").is(401);
    service.withToken("eyJhbGciOiJub25lIn0.e30.").get("/api/v1/me").is(401);
    service
        .withToken(token(says("robot", CLIENT, 3600, "visitors")))
        .get("/api/v1/me")
        .isProblem(403, "forbidden");
  }

  @Test
  void thereAreNoPasswordsThen() {
    service
        .browser()
        .post("/api/v1/session", "{\"username\":\"ann\",\"password\":\"a good long password\"}")
        .isProblem(409, "conflict");
  }
}
