package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.core.http.ServerAddress;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.spring.AmbientGptProperties;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The bridge's route, for clients that know it on this port: passed on as it is. */
@Hidden // it is the predecessor's interface
@RestController
class LambientBridgeController {
  private static final String DEFAULT_URL = "http://127.0.0.1:8001";
  private static final int LARGEST = 4 << 20;

  /** The bridge itself gives up after two minutes. */
  private static final Duration PATIENCE = Duration.ofSeconds(130);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI bridge;

  LambientBridgeController(AmbientGptProperties properties) {
    String url = properties.languageModelSettings("bridge").get(Settings.URL).orElse(DEFAULT_URL);
    this.bridge = URI.create(ServerAddress.parse(url).orElseThrow().url() + "/generate_note");
  }

  @PostMapping({"/generate_note", "/api/generate_note"})
  ResponseEntity<byte[]> generate(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return failed(413, "The request is larger than the 4 MB that are passed on");
    }
    HttpRequest passedOn =
        HttpRequest.newBuilder(bridge)
            .timeout(PATIENCE)
            .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(passedOn, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        return bytes.length > LARGEST
            ? failed(500, "The bridge's answer is larger than the 4 MB that are passed on")
            : answer(answer.statusCode(), bytes);
      }
    } catch (HttpTimeoutException e) {
      return failed(504, "Ollama API timeout - model may be taking too long");
    } catch (IOException e) {
      return failed(
          500,
          "The bridge cannot be reached: start it, or set ambient-gpt.language-models.bridge.url");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(500, "The service is ending: ask again");
    }
  }

  private static ResponseEntity<byte[]> failed(int status, String error) {
    return answer(status, "{\"error\":\"%s\"}".formatted(error).getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> answer(int status, byte[] body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
