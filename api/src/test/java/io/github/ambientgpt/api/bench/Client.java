package io.github.ambientgpt.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service; whatever does not go well ends the measurement. For any thread. */
final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;

  Client(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  /** The path of a new visit. */
  String newVisit() throws IOException {
    return "/api/v1/encounters/"
        + post("/api/v1/encounters", "{\"label\":\"Bench\"}").get("id").asString();
  }

  JsonNode get(String path) throws IOException {
    return JsonMapper.shared().readTree(read(path));
  }

  byte[] read(String path) throws IOException {
    return send(HttpRequest.newBuilder(base.resolve(path)).build());
  }

  JsonNode post(String path, String body) throws IOException {
    return JsonMapper.shared()
        .readTree(
            send(
                HttpRequest.newBuilder(base.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build()));
  }

  /** Waits by its events, as the page does, until a job has ended. */
  void awaitEnd(String job) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(job + "/events")).build();
    try (InputStream events =
        HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      events.readAllBytes(); // the stream ends with the job
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static byte[] send(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(),
                    request.uri().getPath(),
                    answer.statusCode(),
                    new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
