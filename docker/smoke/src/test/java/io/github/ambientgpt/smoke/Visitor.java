package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinician who comes through a door by HTTP. */
final class Visitor {
  private static final Pattern CODE = Pattern.compile("set it up with the code (\\S+) within");
  private static final String BOUNDARY = "a-boundary-of-the-smoke-test";
  private static final String JSON = "application/json";
  static final String NAME = "dr.smoke";
  static final String PASSWORD = "correct horse battery staple";

  private final URI door;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;

  Visitor(URI door) {
    this.door = door;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** Makes the first account with the code that stands in the log, or comes in by it. */
  void comeIn(String log) {
    HttpResponse<String> how = get("/api/v1/login");
    if (json(how).path("setupNeeded").asBoolean()) {
      Matcher code = CODE.matcher(log);
      String last = null;
      while (code.find()) {
        last = code.group(1);
      }
      if (last == null) {
        throw new IllegalStateException("The log has no code for the first account");
      }
      post(
          "/api/v1/setup",
          Map.of("code", last, "username", NAME, "name", "Dr Smoke", "password", PASSWORD),
          201);
    } else {
      post("/api/v1/session", Map.of("username", NAME, "password", PASSWORD), 200);
    }
  }

  boolean isAnswered(String path) {
    try {
      return get(path).statusCode() == 200;
    } catch (IllegalStateException e) {
      return false; // nothing listens yet
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  byte[] bytes(String path) {
    try {
      HttpResponse<byte[]> answer =
          client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(path + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode read(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode() + answer.body());
    }
    return json(answer);
  }

  HttpResponse<String> post(String path, Map<String, ?> body, int wanted) {
    return post(
        path, JSON, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)), wanted);
  }

  HttpResponse<String> post(
      String path, String type, BodyPublisher body, int wanted, String... headers) {
    HttpRequest.Builder request = request(path).header("Content-Type", type).POST(body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() != wanted) {
      throw new IllegalStateException(
          path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  /** Sends a recording as a browser's form does, in pieces, and gives where it is. */
  String record(String visit, String name, String type, List<byte[]> sound) {
    return record(visit, BodyPublishers.ofByteArrays(form(name, type, sound)));
  }

  /**
   * @param form as {@link #form} makes it
   */
  String record(String visit, BodyPublisher form) {
    return post(visit + "/recordings", "multipart/form-data; boundary=" + BOUNDARY, form, 201)
        .headers()
        .firstValue("location")
        .orElseThrow();
  }

  static List<byte[]> form(String name, String type, List<byte[]> sound) {
    List<byte[]> form = new ArrayList<>();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, name, type);
    form.add(head.getBytes(StandardCharsets.UTF_8));
    form.addAll(sound);
    form.add(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form;
  }

  /** Signs a note as it is, and gives where it is. */
  String sign(String note) {
    post(
        note + ":sign",
        JSON,
        BodyPublishers.ofString("{\"seen\": true}"),
        200,
        "If-Match",
        get(note).headers().firstValue("etag").orElseThrow());
    return note;
  }

  static String location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("location").orElseThrow()).getPath();
  }

  /** The id at a path's end. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Brings a model of one's own along, as a clinic without a way out does, and gives its id. */
  String importModel(Path model, String name) throws IOException {
    return json(post(
            "/api/v1/models:import?name=" + name,
            "application/octet-stream",
            BodyPublishers.ofFile(model),
            201))
        .path("id")
        .asString();
  }

  /** Waits for a job, whose events end with it, however it does. */
  void awaitEnd(HttpResponse<String> accepted) {
    get(accepted.headers().firstValue("location").orElseThrow() + "/events");
  }

  /** Waits for a job and gives where its result is. */
  String result(HttpResponse<String> accepted) {
    awaitEnd(accepted);
    String job = accepted.headers().firstValue("location").orElseThrow();
    JsonNode ended = read(job);
    if (!ended.path("result").isString()) {
      throw new IllegalStateException("The job did not end well: " + ended);
    }
    return ended.get("result").asString();
  }

  WebSocket connect(String socket, WebSocket.Listener listener) {
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create("ws://" + door.getAuthority()).resolve(socket), listener)
        .join();
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(path)).timeout(Duration.ofMinutes(3));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().endsWith("csrf"))
        .map(HttpCookie::getValue)
        .forEach(value -> request.header("X-CSRF-Token", value));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("Nothing answers at " + door, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
