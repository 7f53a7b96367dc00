package io.github.ambientgpt.bridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bridge.WithPlayedOllama;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

class AccessTest {
  private static final String TOKEN = "a-token-of-some-length";

  @Nested
  @TestPropertySource(properties = {"server.address=0.0.0.0", "ambient-gpt.bridge.token=" + TOKEN})
  class BeyondThisMachine extends WithPlayedOllama {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/v1/models",
          "/api/v1/queue",
          "/v1/models",
          "/v3/api-docs",
          "/actuator/prometheus",
          "/actuator",
          "/nowhere"
        })
    void nothingIsServedWithoutTheToken(String path) {
      assertThat(get(path).statusCode()).isEqualTo(401);
      assertThat(send(request(path).header("Authorization", "Bearer wrong")).statusCode())
          .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/generate_note",
          "/cleanup",
          "/cleanup_transcription",
          "/api/v1/generate",
          "/v1/chat/completions",
          "/api/v1/models"
        })
    void nothingIsDoneWithoutTheToken(String path) {
      HttpResponse<String> answer = post(path, "{\"prompt\": \"p\"}");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(answer.body()).doesNotContain(TOKEN);
      assertThat(questions(GENERATE)).isEmpty();
    }

    @Test
    void theTokenOpensEverything() {
      assertThat(
              send(posting("/generate_note", "{\"prompt\": \"p\"}")
                      .header("Authorization", "Bearer " + TOKEN))
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              send(request("/actuator/prometheus").header("Authorization", "bearer " + TOKEN))
                  .body())
          .contains("bridge_queue_waiting");
    }

    @Test
    void healthIsOpen() {
      assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  @TestPropertySource(properties = "server.address=0.0.0.0")
  class BeyondThisMachineWithoutAToken extends WithPlayedOllama {
    @Test
    void nobodyIsServedAndReadinessSaysWhy() {
      HttpResponse<String> answer = post("/generate_note", "{\"prompt\": \"p\"}");

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("BRIDGE_TOKEN");
      HttpResponse<String> readiness = get("/actuator/health/readiness");
      assertThat(readiness.statusCode()).isEqualTo(503);
      assertThat(readiness.body()).contains("BRIDGE_TOKEN");
      assertThat(get("/actuator/health/routing").statusCode()).isEqualTo(503);
      assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class ThisMachine extends WithPlayedOllama {
    /** A page whose name was made to point here must not reach the bridge. */
    @ParameterizedTest
    @CsvSource({
      "localhost:1, 200",
      "127.0.0.1, 200",
      "127.1.2.3:80, 200",
      "[::1]:80, 200",
      "evil.example, 403",
      "localhost.evil.example:80, 403",
      "127.0.0.1.evil.example, 403"
    })
    void onlyItsOwnNamesAreServed(String host, int status) throws IOException {
      try (Socket socket = new Socket("127.0.0.1", address("/").getPort())) {
        socket
            .getOutputStream()
            .write(
                "GET /api/v1/queue HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                    .formatted(host)
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 " + status);
      }
    }
  }
}
