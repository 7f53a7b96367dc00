package io.github.ambientgpt.api.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a service that may be gone in mid-sentence: then it throws an IOException. */
final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;

  Client(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  /** All of an answer. */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    /**
     * @throws Wrong when it is another
     */
    Answer is(int wanted) {
      if (status != wanted) {
        throw new Wrong(
            "answered "
                + status
                + " and not "
                + wanted
                + ": "
                + new String(body, java.nio.charset.StandardCharsets.UTF_8));
      }
      return this;
    }
  }

  /** The service did what it must not. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  Answer get(String path) throws IOException {
    return send("GET", path, Map.of(), null);
  }

  Answer post(String path, String key, String json) throws IOException {
    return send(
        "POST",
        path,
        Map.of("Idempotency-Key", key, "Content-Type", "application/json"),
        json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /**
   * Work that five processes had begun when they were killed is given up, and says that it can be
   * retried: on a slow machine the kills are as close to each other.
   */
  boolean retryIfInterrupted(JsonNode job) throws IOException {
    boolean interrupted = job.path("problem").path("type").asString("").endsWith(":interrupted");
    if (interrupted) {
      send("POST", "/api/v1/jobs/" + job.get("id").asString() + ":retry", Map.of(), null).is(202);
    }
    return interrupted;
  }

  Answer send(String method, String path, Map<String, String> headers, byte[] body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> first = new java.util.HashMap<>();
      answer.headers().map().forEach((name, values) -> first.put(name, values.get(0)));
      if (answer.statusCode() == 503) {
        throw new IOException("busy"); // said before anything was done: it is asked again
      }
      return new Answer(answer.statusCode(), first, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
