package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pushed images, by digest, under the compose file that users have. */
class ComposeIT {
  private static final Path STEPS = Path.of(System.getProperty("smoke.steps"));
  private static final List<String> SERVICES = List.of("api", "bridge", "frontend");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("AMBIENT_GPT_VERSION", "by-digest", "AMBIENT_GPT_PORT", "0");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static PushedImages images;
  private static Path pins;
  private static URI door;
  private static String[] session;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    images = PushedImages.in(STEPS);
    assumeTrue(
        SERVICES.stream().allMatch(service -> images.get("ambient-gpt-" + service) != null),
        "No image has been pushed: that happens in ./mvnw -Pdocker,rehearsal deploy");
    String missing = Docker.missing();
    assumeTrue(missing == null, missing);
    pins = Files.writeString(Files.createTempFile("pins", ".yaml"), pinned());
    compose(
        "up",
        "--detach",
        "--wait",
        "--wait-timeout",
        "180",
        "--quiet-pull"); // waits for each service's health
    door = URI.create("http://" + compose("port", "frontend", "8080"));
    setUp();
  }

  /** As whoever starts it does: with the code that is in the log, once. */
  private static void setUp() throws IOException, InterruptedException {
    String log = compose("logs", "--no-log-prefix", "api");
    Matcher code = Pattern.compile("with the code ([0-9A-Z-]{23})").matcher(log);
    assertThat(code.find()).as("The log names the code").isTrue();
    HttpResponse<String> login = send(HttpRequest.newBuilder(door.resolve("/api/v1/login")));
    assertThat(login.body()).contains("\"setupNeeded\":true");
    String csrf = cookie(login, "csrf");
    HttpResponse<String> set =
        send(
            HttpRequest.newBuilder(door.resolve("/api/v1/setup"))
                .header("Content-Type", "application/json")
                .header("Cookie", "csrf=" + csrf)
                .header("X-CSRF-Token", csrf)
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"code": "%s", "username": "smoke", "name": "Dr Test", "password": "a good long password"}"""
                            .formatted(code.group(1)))));
    assertThat(set.statusCode()).as(set.body()).isEqualTo(201);
    session =
        new String[] {
          "Cookie",
          "csrf=%s; session=%s".formatted(csrf, cookie(set, "session")),
          "X-CSRF-Token",
          csrf
        };
  }

  private static String cookie(HttpResponse<?> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1).split(";")[0])
        .findFirst()
        .orElseThrow();
  }

  /** What was tested is named to the promotion; when a test fails it is not reached. */
  @AfterAll
  static void stop() throws IOException {
    if (pins == null) {
      return;
    }
    compose("down", "--volumes");
    Files.write(STEPS.resolve("tested.txt"), images.byName().values());
    Files.delete(pins);
  }

  @Test
  void aNoteIsWrittenThroughTheFrontDoor() throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(door.resolve("/api/v1/notes:preview"))
                .headers(session)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString("{\"transcript\": \"Patient: I have a dry cough.\"}")));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("cough", "\"supported\"", "\"utterance\"");
  }

  @Test
  void aProblemComesThroughTheFrontDoorAsAProblem() throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(door.resolve("/api/v1/notes:preview"))
                .headers(session)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void whoIsNotLoggedInReadsNothing() throws Exception {
    assertThat(send(HttpRequest.newBuilder(door.resolve("/api/v1/encounters"))).statusCode())
        .isEqualTo(401);
  }

  @Test
  void thePageIsServedAndMayLoadOnlyItsOwnParts() throws Exception {
    HttpResponse<String> page = send(HttpRequest.newBuilder(door));

    assertThat(page.body()).contains("<title>Ambient GPT Notes</title>");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'; script-src 'self'");
  }

  @Test
  void everyServiceRunsUnprivilegedOnAReadOnlyRoot() {
    for (String service : SERVICES) {
      String container = compose("ps", "--quiet", service);
      JsonNode state =
          JsonMapper.shared().readTree(Docker.run(Map.of(), "inspect", container)).get(0);
      assertThat(state.at("/State/Health/Status").asString()).as(service).isEqualTo("healthy");
      assertThat(state.at("/Config/User").asString()).as(service).matches("[1-9].*");
      assertThat(state.at("/HostConfig/ReadonlyRootfs").asBoolean()).as(service).isTrue();
    }
  }

  @Test
  void onlyTheFrontDoorIsOpenAndOnlyToThisMachine() {
    assertThat(door.getHost()).isEqualTo("127.0.0.1");
    assertThat(
            compose(
                    "ps",
                    "--format",
                    "{{.Service}} {{range .Publishers}}{{if .PublishedPort}}{{.URL}}{{end}}{{end}}")
                .lines())
        .containsExactlyInAnyOrder("api ", "bridge ", "frontend 127.0.0.1");
  }

  @Test
  void theBaseRuns() {
    assertThat(Docker.run(Map.of(), "run", "--rm", images.get("ambient-gpt-base"), "-version"))
        .contains("25");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String pinned() {
    StringBuilder yaml = new StringBuilder("services:\n");
    for (String service : SERVICES) {
      String image = images.get("ambient-gpt-" + service);
      yaml.append("  ").append(service).append(": { image: \"").append(image).append("\" }\n");
    }
    return yaml.toString();
  }

  private static String compose(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "compose",
                "--project-name",
                "ambient-gpt-smoke",
                "--file",
                "compose.yaml",
                "--file",
                pins.toString()));
    all.addAll(List.of(arguments));
    return Docker.run(ENVIRONMENT, all.toArray(String[]::new));
  }
}
