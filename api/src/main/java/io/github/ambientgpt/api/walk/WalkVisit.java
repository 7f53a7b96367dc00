package io.github.ambientgpt.api.walk;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through an installation as a browser does: the page, the login, and a visit from what was
 * said to the exported note, which it then deletes. Says each step; ends with 1 at the first that
 * fails. Starts no service and opens no data.
 */
public final class WalkVisit {
  private static final Path TOKEN = Path.of("/etc/ambient-gpt/test/token");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration JOB = Duration.ofMinutes(5);
  private static final String SAID =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks.
      Doctor: Are you allergic to anything?
      Patient: I am allergic to penicillin.
      """;

  private final URI door;
  private final Optional<String> token;
  private final PrintStream out;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  WalkVisit(URI door, Optional<String> token, PrintStream out) {
    this.door = door;
    this.token = token;
    this.out = out;
  }

  /** A step that did not go as it should. */
  static final class Stumble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stumble(String message) {
      super(message);
    }
  }

  /**
   * Reads {@code DOOR}, the page's address, {@code BRIDGE}, the bridge's if there is one, and the
   * token of a clinician in {@code /etc/ambient-gpt/test/token}, if there is one.
   */
  public static void main(String... none) throws IOException, InterruptedException {
    Optional<String> token =
        Files.exists(TOKEN) ? Optional.of(Files.readString(TOKEN).strip()) : Optional.empty();
    WalkVisit walk = new WalkVisit(URI.create(System.getenv().get("DOOR")), token, System.out);
    try {
      walk.page();
      String bridge = System.getenv("BRIDGE");
      if (bridge != null) {
        walk.bridge(URI.create(bridge));
      }
      walk.visit();
    } catch (Stumble | IOException e) {
      System.out.println("FAILED: " + e.getMessage());
      System.exit(1);
    }
  }

  void page() throws IOException, InterruptedException {
    String page = get(door.resolve("/"), 200);
    require(page.contains("<title>Ambient GPT Notes</title>"), "The door shows another page");
    say("the page is there");
  }

  void bridge(URI bridge) throws IOException, InterruptedException {
    get(bridge.resolve("/actuator/health/routing"), 200);
    say("the bridge is there");
  }

  /** Without a token only as far as the login. */
  void visit() throws IOException, InterruptedException {
    String mode = json(get(door.resolve("/api/v1/login"), 200)).path("mode").asString("");
    if (token.isEmpty() && !mode.equals("local")) {
      get(door.resolve("/api/v1/encounters"), 401);
      say("nobody comes in without a login (" + mode + ")");
      say(
          "no visit was walked: name a Secret with the token of a clinician in"
              + " tests.existingSecret");
      return;
    }
    String visit = created("/api/v1/encounters", "application/json", "{\"label\": \"helm test\"}");
    say("a visit is begun");
    try {
      String transcript = created(visit + "/transcripts", "text/plain", SAID);
      say("what was said is taken in");
      String wanted =
          JsonMapper.shared().writeValueAsString(Map.of("transcriptId", last(transcript)));
      JsonNode job = ended(accepted(visit + "/notes", wanted));
      String note = job.path("result").asString("");
      require(
          job.path("state").asString("").equals("succeeded"),
          "The note was not written: " + job.path("failure"));
      String text = get(door.resolve(note), 200);
      require(
          text.contains("cough") && text.contains("\"supported\""),
          "The note does not say what was said");
      say("a note is written, and rests on what was said");
      String exported = get(door.resolve(note + "/export?format=markdown"), 200);
      require(exported.contains("DRAFT"), "A note that nobody signed does not say so");
      say("it is exported, as a draft");
    } finally {
      delete(door.resolve(visit));
      say("the visit is deleted");
    }
  }

  private void delete(URI visit) throws IOException, InterruptedException {
    HttpResponse<String> now = send(request(visit).GET());
    String tag = now.headers().firstValue("etag").orElse("*");
    HttpResponse<String> gone = send(request(visit).DELETE().header("If-Match", tag));
    require(gone.statusCode() / 100 == 2, "The visit is not deleted: status " + gone.statusCode());
  }

  private JsonNode ended(String job) throws IOException, InterruptedException {
    long end = System.nanoTime() + JOB.toNanos();
    while (true) {
      JsonNode now = json(get(door.resolve(job), 200));
      String state = now.path("state").asString("");
      if (!state.equals("queued") && !state.equals("running")) {
        return now;
      }
      require(System.nanoTime() < end, "The note is not written after " + JOB.toMinutes() + " min");
      Thread.sleep(200);
    }
  }

  private String created(String path, String type, String body)
      throws IOException, InterruptedException {
    return location(path, type, body, 201);
  }

  private String accepted(String path, String body) throws IOException, InterruptedException {
    return location(path, "application/json", body, 202);
  }

  private String location(String path, String type, String body, int status)
      throws IOException, InterruptedException {
    URI url = door.resolve(path);
    HttpResponse<String> answer =
        send(request(url).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    require(answer, status, url);
    return answer
        .headers()
        .firstValue("location")
        .orElseThrow(() -> new Stumble(url.getPath() + " does not say where what it made is"));
  }

  private String get(URI url, int status) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request(url).GET());
    require(answer, status, url);
    return answer.body();
  }

  private HttpRequest.Builder request(URI url) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new Stumble("What should be JSON is none");
    }
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void require(HttpResponse<String> answer, int status, URI url) {
    require(
        answer.statusCode() == status,
        "%s answers with status %d, not %d".formatted(url, answer.statusCode(), status));
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new Stumble(otherwise);
    }
  }

  private void say(String step) {
    out.println("ok: " + step);
  }
}
