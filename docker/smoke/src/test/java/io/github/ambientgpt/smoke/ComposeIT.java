package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The images under the compose file that users have: a visit, and what befalls the machine after
 * it.
 */
@TestMethodOrder(OrderAnnotation.class)
class ComposeIT {
  private static final List<String> SERVICES = List.of("api", "bridge", "frontend");
  private static final String DIALOGUE =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks.
      Doctor: Your lungs are clear. Take ibuprofen 400 milligrams twice a day for five days.
      """;

  private static Images images;
  private static Compose compose;
  private static Visitor visitor;
  private static String note;
  private static boolean passed;

  @BeforeAll
  static void start() {
    images = Images.tested();
    compose = new Compose("ambient-gpt-smoke", images, Map.of());
    compose.up();
    visitor = new Visitor(compose.door());
    visitor.comeIn(compose.run("logs", "--no-color", "api"));
  }

  /** What was tested is named to the promotion; when a test fails it is not reached. */
  @AfterAll
  static void stop() throws IOException {
    compose.close();
    if (passed && images.pushed()) {
      Files.write(Images.steps().resolve("tested.txt"), images.byName().values());
    }
  }

  @Test
  @Order(1)
  void thePageIsServedAndMayLoadOnlyItsOwnParts() {
    for (String path : List.of("/", "/new", "/assets/none.js", "/api/v1/templates")) {
      assertThat(visitor.get(path).headers().allValues("content-security-policy"))
          .as(path)
          .singleElement()
          .asString()
          .startsWith("default-src 'none'; script-src 'self'");
    }
    assertThat(visitor.get("/").body()).contains("<title>Ambient GPT Notes</title>");
  }

  @Test
  @Order(2)
  void aVisitBecomesASignedNote() {
    String visit =
        Visitor.location(
            visitor.post(
                "/api/v1/encounters",
                Map.of(
                    "label",
                    "Cough",
                    "consent",
                    Map.of("givenBy", "The patient", "wording", "May we?")),
                201));
    String dialogue =
        Visitor.location(
            visitor.post(
                visit + "/transcripts", "text/plain", BodyPublishers.ofString(DIALOGUE), 201));
    note =
        visitor.result(
            visitor.post(
                visit + "/notes",
                Map.of(
                    "transcriptId",
                    Visitor.last(dialogue),
                    "template",
                    "SOAP",
                    "length",
                    "standard"),
                202));
    assertThat(visitor.get(note).body()).contains("cough", "\"supported\"");

    assertThat(visitor.read(visitor.sign(note)).path("state").asString()).isEqualTo("signed");
    assertThat(visitor.bytes(note + "/export?format=pdf")).startsWith("%PDF-".getBytes());
    assertThat(visitor.bytes(note + "/export?format=docx")).startsWith("PK".getBytes());
  }

  @Test
  @Order(2)
  void aVisitInABrowserBecomesASignedNote() throws IOException {
    assertThat(BrowserVisit.through(compose.door(), Visitor.NAME, Visitor.PASSWORD))
        .contains("1 passed");
  }

  @Test
  @Order(3)
  void aRecordingOfAHundredMegabytesGoesThroughTheDoor() {
    String visit =
        Visitor.location(visitor.post("/api/v1/encounters", Map.of("label", "Long visit"), 201));
    String recording =
        visitor.record(visit, "long.wav", "audio/wav", Sound.silence(Duration.ofMinutes(55)));

    assertThat(visitor.read(recording).path("size").asLong()).isGreaterThan(100_000_000);
  }

  @Test
  @Order(4)
  void whoIsNotLoggedInReadsNothing() {
    assertThat(new Visitor(compose.door()).get("/api/v1/encounters").statusCode()).isEqualTo(401);
    assertThat(new Visitor(compose.door()).get(note).statusCode()).isEqualTo(401);
  }

  @Test
  @Order(4)
  void aProblemComesThroughTheDoorAsAProblem() {
    HttpResponse<String> answer =
        visitor.post(
            "/api/v1/notes:preview", "application/json", BodyPublishers.ofString("{}"), 422);

    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  @Order(5)
  void everyServiceRunsUnprivilegedOnAReadOnlyRoot() {
    for (String service : SERVICES) {
      JsonNode state = compose.state(service);
      assertThat(state.at("/State/Health/Status").asString()).as(service).isEqualTo("healthy");
      assertThat(state.at("/Config/User").asString()).as(service).matches("[1-9].*");
      assertThat(state.at("/HostConfig/ReadonlyRootfs").asBoolean()).as(service).isTrue();
    }
  }

  @Test
  @Order(6)
  void onlyTheDoorIsOpenAndOnlyToThisMachine() {
    assertThat(compose.door().getHost()).isEqualTo("127.0.0.1");
    assertThat(
            compose
                .run(
                    "ps",
                    "--format",
                    "{{.Service}} {{range .Publishers}}{{if .PublishedPort}}{{.URL}}{{end}}{{end}}")
                .lines())
        .containsExactlyInAnyOrder("api ", "bridge ", "frontend 127.0.0.1");
  }

  private static long process(String service) {
    return compose.state(service).at("/State/Pid").asLong();
  }

  /** Docker restarts what ends by itself, not what {@code docker compose kill} ends. */
  @Test
  @Order(7)
  void eachServiceComesBackWhenItsProcessIsKilled() {
    Map<String, Long> killed = new LinkedHashMap<>();
    for (String service : SERVICES) {
      killed.put(service, process(service));
      Docker.killInside(compose.container(service), images.frontend());
    }
    SERVICES.forEach(compose::awaitRestart);
    compose.up();

    killed.forEach(
        (service, process) -> assertThat(process(service)).as(service).isNotEqualTo(process));
    visitor = new Visitor(compose.door());
    visitor.comeIn("");
    assertThat(visitor.read(note).path("state").asString()).isEqualTo("signed");
  }

  @Test
  @Order(8)
  void theDataIsThereWhenAllWasTakenDown() {
    compose.run("down");
    compose.up();

    visitor = new Visitor(compose.door());
    visitor.comeIn("");
    assertThat(visitor.read(note).path("state").asString()).isEqualTo("signed");
    assertThat(visitor.get(note + "/export?format=text").body()).contains("cough");
  }

  @Test
  @Order(9)
  void theBasesRun() {
    for (String base : List.of("ambient-gpt-base", "ambient-gpt-base-small")) {
      assertThat(Docker.run(Map.of(), "run", "--rm", images.byName().get(base), "-version"))
          .contains("25");
    }
    passed = true;
  }
}
