package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client sees it. Every answer is held against the OpenAPI document. */
public final class Service {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final URI base;
  private final Contract contract;
  private final Witness witness;

  /** Sees what is asked for and answered. */
  @FunctionalInterface
  public interface Witness {
    /**
     * @param operation its name in the OpenAPI document
     * @param path what stands in the path in place of its parameters
     * @param body of the request, when it is text
     */
    void saw(
        String operation,
        Map<String, String> path,
        HttpRequest request,
        Optional<String> body,
        Answer answer);
  }

  /** With each request. */
  private final Map<String, String> headers;

  public Service(URI base) {
    this(base, Map.of(), (operation, path, request, body, answer) -> {});
  }

  private Service(URI base, Map<String, String> headers, Witness witness) {
    this.base = base;
    this.contract = Contract.of(base);
    this.headers = headers;
    this.witness = witness;
  }

  /** The same, which somebody looks at. */
  public Service seenBy(Witness other) {
    return new Service(base, headers, other);
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The same service, each request with these headers. */
  public Service with(Map<String, String> more) {
    return new Service(base, more, witness);
  }

  /** The same service, for a program that has a token. */
  public Service withToken(String token) {
    return with(Map.of("Authorization", "Bearer " + token));
  }

  /** The same service in a browser that was here before, and is not logged in. */
  public Service browser() {
    return get("/api/v1/login").is(200).browser();
  }

  /** The same service in a browser of somebody who is logged in. */
  public Service as(String username, String password) {
    String given =
        JSON.createObjectNode().put("username", username).put("password", password).toString();
    return browser().post("/api/v1/session", given).is(200).browser();
  }

  /** On this machine. */
  public static Service at(int port) {
    return new Service(URI.create("http://127.0.0.1:" + port));
  }

  public URI base() {
    return base;
  }

  /** What was answered. */
  public final class Answer {
    private final HttpResponse<byte[]> http;

    private Answer(HttpResponse<byte[]> http) {
      this.http = http;
    }

    public HttpResponse<byte[]> http() {
      return http;
    }

    /** A browser that keeps the cookies of this answer, and what it had. */
    public Service browser() {
      Map<String, String> cookies = new TreeMap<>();
      cookies(headers.getOrDefault("Cookie", "")).forEach(cookies::put);
      for (String cookie : http.headers().allValues("Set-Cookie")) {
        cookies.putAll(cookies(cookie.split(";")[0]));
      }
      cookies.values().removeIf(String::isEmpty);
      Map<String, String> sent = new TreeMap<>();
      sent.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
      if (cookies.containsKey("csrf")) {
        sent.put("X-CSRF-Token", cookies.get("csrf"));
      }
      return with(sent);
    }

    private static Map<String, String> cookies(String header) {
      return Arrays.stream(header.split("; *"))
          .filter(each -> each.contains("="))
          .collect(
              Collectors.toMap(
                  each -> each.substring(0, each.indexOf('=')),
                  each -> each.substring(each.indexOf('=') + 1)));
    }

    public int status() {
      return http.statusCode();
    }

    public String text() {
      return new String(http.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(http.body());
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    public String etag() {
      return header("ETag");
    }

    /** The id at the end of its Location. */
    public UUID id() {
      return UUID.fromString(json().get("id").asString());
    }

    public Answer is(int status) {
      assertThat(status()).as(this::text).isEqualTo(status);
      return this;
    }

    /** A problem of this type, such as {@code not-found}. */
    public Answer isProblem(int status, String type) {
      is(status);
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      assertThat(json().get("type").asString()).isEqualTo("urn:ambient-gpt:problem:" + type);
      assertThat(json().get("detail").asString()).isNotBlank();
      return this;
    }
  }

  /** A request that is not sent yet. */
  public final class Ask {
    private final HttpRequest.Builder request;
    private final String method;
    private BodyPublisher body = BodyPublishers.noBody();
    private Optional<String> text = Optional.empty();

    private Ask(String method, String path) {
      this.method = method;
      this.request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
      headers.forEach(request::setHeader);
    }

    public Ask header(String name, String value) {
      request.setHeader(name, value);
      return this;
    }

    public Ask ifMatch(Answer loaded) {
      return header("If-Match", loaded.etag());
    }

    public Ask json(String json) {
      body = BodyPublishers.ofString(json);
      text = Optional.of(json);
      return header("Content-Type", "application/json");
    }

    public Ask json(JsonNode json) {
      return json(json.toString());
    }

    public Ask body(String type, byte[] bytes) {
      body = BodyPublishers.ofByteArray(bytes);
      return header("Content-Type", type);
    }

    public Ask body(String type, BodyPublisher bytes) {
      body = bytes;
      return header("Content-Type", type);
    }

    /** A form with one file. */
    public Ask file(Path file) throws IOException {
      return file(file.getFileName().toString(), java.nio.file.Files.readAllBytes(file));
    }

    public Ask file(String name, byte[] content) {
      String boundary = "part" + UUID.randomUUID();
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
              .formatted(boundary, name);
      String tail = "\r\n--" + boundary + "--\r\n";
      body =
          BodyPublishers.concat(
              BodyPublishers.ofString(head),
              BodyPublishers.ofByteArray(content),
              BodyPublishers.ofString(tail));
      return header("Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    public Answer send() {
      HttpRequest ready = request.method(method, body).build();
      try {
        Answer answer = new Answer(HTTP.send(ready, HttpResponse.BodyHandlers.ofByteArray()));
        contract.check(ready, answer.http());
        String path = ready.uri().getPath();
        contract
            .operation(method, path)
            .ifPresent(
                operation ->
                    witness.saw(operation.name(), operation.parameters(path), ready, text, answer));
        return answer;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public Ask ask(String method, String path) {
    return new Ask(method, path);
  }

  public Answer get(String path) {
    return ask("GET", path).send();
  }

  public Ask post(String path) {
    return ask("POST", path);
  }

  public Answer post(String path, String json) {
    return post(path).json(json).send();
  }

  /** A visit of this label. */
  public Answer encounter(String label) {
    return post("/api/v1/encounters", JSON.createObjectNode().put("label", label).toString())
        .is(201);
  }

  /** Waits, by the job's events, until it has ended, and returns it. */
  public Answer ended(Answer accepted) {
    accepted.is(202);
    String path = accepted.header("Location");
    HttpRequest.Builder events = HttpRequest.newBuilder(base.resolve(path + "/events"));
    headers.forEach(events::setHeader);
    HttpRequest request = events.build();
    try {
      HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The job did not end: " + get(path).text(), e);
    }
    return get(path).is(200);
  }

  /** Waits for a job that has to succeed, and returns what came of it. */
  public Answer result(Answer accepted) {
    JsonNode job = ended(accepted).json();
    assertThat(job.get("state").asString()).as(job.toPrettyString()).isEqualTo("succeeded");
    return get(job.get("result").asString()).is(200);
  }

  static Optional<String> mediaType(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").map(type -> type.split(";")[0].strip());
  }
}
