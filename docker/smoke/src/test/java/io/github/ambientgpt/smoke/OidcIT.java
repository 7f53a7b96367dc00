package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The api's image in the mode oidc, with a real OpenID provider beside it. */
class OidcIT {
  private static final String CLIENT = "ambient-gpt";
  private static final String CLINIC = "clinic";
  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

  private static Container api;
  private static String issuer;

  @BeforeAll
  static void start() throws IOException {
    PROVIDER.start(InetAddress.getByName("0.0.0.0"), 0);
    issuer = "http://host.docker.internal:%d/%s".formatted(PROVIDER.baseUrl().port(), CLINIC);
    api =
        Container.guest(
            Images.tested().api(),
            8000,
            "12345:0",
            "--add-host",
            "host.docker.internal:host-gateway",
            "--env",
            "AMBIENTGPT_LOGIN_MODE=oidc",
            "--env",
            "AMBIENTGPT_LOGIN_OIDC_ISSUER=" + issuer,
            "--env",
            "AMBIENTGPT_LOGIN_OIDC_CLIENTID=" + CLIENT,
            "--env",
            "AMBIENTGPT_LOGIN_OIDC_CLIENTSECRET=a secret",
            "--env",
            "AMBIENTGPT_LOGIN_OIDC_GROUPSCLAIM=groups",
            "--env",
            "AMBIENTGPT_LOGIN_OIDC_ROLES_CLINICIAN=doctors");
    api.awaitHealth();
  }

  @AfterAll
  static void stop() {
    if (api != null) {
      api.close();
    }
    PROVIDER.shutdown();
  }

  @Test
  void aBrowserIsSentToTheProvider() throws Exception {
    String path =
        Visitor.json(new Visitor(api.door()).get("/api/v1/login")).path("providerPath").asString();

    HttpResponse<String> answer = get(path, Map.of());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location").orElseThrow())
        .startsWith(issuer + "/authorize?")
        .contains("code_challenge_method=S256");
  }

  @Test
  void aProgramComesInByItsTokenAndNobodyWithoutOne() throws Exception {
    assertThat(get("/api/v1/encounters", Map.of()).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/encounters", bearer("nurses")).statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/encounters", bearer("doctors")).statusCode()).isEqualTo(200);
  }

  /** As the provider would give it out under the name by which the container knows it. */
  private static Map<String, String> bearer(String group) {
    String token =
        PROVIDER
            .issueToken(
                CLINIC,
                CLIENT,
                new DefaultOAuth2TokenCallback(
                    CLINIC,
                    "ann",
                    "JWT",
                    List.of(CLIENT),
                    Map.of("groups", List.of(group), "iss", issuer),
                    600))
            .serialize();
    return Map.of("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> get(String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    URI door = api.door();
    HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path));
    headers.forEach(request::header);
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
