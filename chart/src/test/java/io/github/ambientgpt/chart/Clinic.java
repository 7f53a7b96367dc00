package io.github.ambientgpt.chart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first clinician of an installation, who works through the door with an API token. */
final class Clinic {
  private static final String NAME = "first.clinician";
  private static final String PASSWORD = "correct horse battery staple 17";
  private static final String SAID =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks.
      Doctor: Your lungs are clear. Take ibuprofen 400 milligrams twice a day for five days.
      """;
  private static final Duration JOB = Duration.ofMinutes(5);

  private final URI door;
  private String token;

  Clinic(URI door) {
    this(door, null);
  }

  private Clinic(URI door, String token) {
    this.door = door;
    this.token = token;
  }

  /** The same person at another address. */
  Clinic at(URI other) {
    return new Clinic(other, token);
  }

  /** Makes the account, and gives a token that may do all that a clinician may. */
  String setUp(String code) throws IOException, InterruptedException {
    String csrf = cookie(send("GET", "/api/v1/login", null, Map.of()), "csrf");
    Map<String, String> account =
        Map.of("code", code, "username", NAME, "name", "First Clinician", "password", PASSWORD);
    HttpResponse<String> first =
        send(
            "POST",
            "/api/v1/setup",
            account,
            Map.of("Cookie", "csrf=" + csrf, "X-CSRF-Token", csrf));
    require(first, 201);
    String cookies = "csrf=" + csrf + "; session=" + cookie(first, "session");
    HttpResponse<String> made =
        send(
            "POST",
            "/api/v1/tokens",
            Map.of("name", "helm test", "scopes", List.of("read", "write")),
            Map.of("Cookie", cookies, "X-CSRF-Token", csrf));
    require(made, 201);
    token = json(made).path("secret").asString();
    return token;
  }

  private static String cookie(HttpResponse<?> answer, String name) {
    return answer.headers().allValues("set-cookie").stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1).split(";")[0])
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no cookie " + name));
  }

  /** The path of a new visit. */
  String begin() throws IOException, InterruptedException {
    return location(send("POST", "/api/v1/encounters", Map.of("label", "Cough"), Map.of()), 201);
  }

  /** The path of a note that is written. */
  String draft(String visit) throws IOException, InterruptedException {
    return result(job(visit, SAID));
  }

  /** The path of the job. */
  String draftOfALongVisit(String visit) throws IOException, InterruptedException {
    StringBuilder said = new StringBuilder(SAID);
    for (int i = 0; i < 4_000; i++) {
      said.append("Patient: On day ").append(i).append(" I took ").append(100 + i % 300);
      said.append(" milligrams of ibuprofen for the cough and it was ");
      said.append(i % 2 == 0 ? "better" : "worse").append(" in the evening.\n");
    }
    return job(visit, said.toString());
  }

  private String job(String visit, String said) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(visit + "/transcripts"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(said));
    String transcript = location(send(request, Map.of()), 201);
    Map<String, String> wanted =
        Map.of("transcriptId", transcript.substring(transcript.lastIndexOf('/') + 1));
    return location(send("POST", visit + "/notes", wanted, Map.of()), 202);
  }

  /** What came of a job, once it has ended. Patient with a replica that has just been killed. */
  String result(String job) throws IOException, InterruptedException {
    long end = System.nanoTime() + JOB.toNanos();
    while (true) {
      HttpResponse<String> answer = send("GET", job, null, Map.of());
      String state = answer.statusCode() == 200 ? json(answer).path("state").asString() : "queued";
      if (state.equals("succeeded")) {
        return json(answer).path("result").asString();
      }
      if (!List.of("queued", "running").contains(state) || System.nanoTime() > end) {
        throw new AssertionError("The job is " + state + ": " + answer.body());
      }
      Thread.sleep(500);
    }
  }

  String text(String note) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", note + "/export?format=markdown", null, Map.of());
    require(answer, 200);
    return answer.body();
  }

  int notes(String visit) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", visit + "/notes", null, Map.of());
    require(answer, 200);
    return json(answer).path("items").size();
  }

  private HttpResponse<String> send(
      String method, String path, Object body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(door.resolve(path));
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }
    return send(request, headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers)
      throws IOException, InterruptedException {
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return client.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
  }

  private static String location(HttpResponse<String> answer, int status) {
    require(answer, status);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static void require(HttpResponse<String> answer, int status) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "%s: status %d, not %d: %s"
              .formatted(answer.uri().getPath(), answer.statusCode(), status, answer.body()));
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
