package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class LocalLoginTest {
  private final int port;
  private final Service service;

  LocalLoginTest(@LocalServerPort int port) {
    this.port = port;
    this.service = Service.at(port);
  }

  @Test
  void whoeverSitsHereIsEverything() {
    assertThat(service.get("/api/v1/me").is(200).json().get("roles").toString())
        .contains("clinician", "admin", "auditor");
    assertThat(service.get("/api/v1/login").is(200).json().get("mode").asString())
        .isEqualTo("local");
    service
        .post("/api/v1/session", "{\"username\":\"a\",\"password\":\"b\"}")
        .isProblem(409, "conflict");
  }

  @Test
  void whatNeedsAnAccountIsRefusedAndSaysWhy() {
    assertThat(
            service
                .post("/api/v1/tokens", "{\"name\":\"A program\",\"scopes\":[\"read\"]}")
                .isProblem(409, "conflict")
                .text())
        .contains("without one");
    assertThat(service.get("/api/v1/tokens").is(200).json().get("items")).isEmpty();
    service
        .ask("PUT", "/api/v1/me/password")
        .json("{\"current\":\"correct horse\",\"password\":\"battery staple correct\"}")
        .send()
        .isProblem(409, "conflict");
    assertThat(service.get("/api/v1/me").is(200).json().get("name").asString()).isNotBlank();
  }

  /** A client of Java may not set Host. */
  private String answered(String host, String more) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET /api/v1/me HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(host, more).getBytes(StandardCharsets.UTF_8));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:8000", "[::1]:8000", "127.0.0.2"})
  void thisMachinesOwnNamesAreAnswered(String host) throws IOException {
    assertThat(answered(host, "")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8000",
        "10.0.0.1"
      })
  void aNameThatWasMadeToLeadHereIsRefused(String host) throws IOException {
    assertThat(answered(host, "")).startsWith("HTTP/1.1 403").contains("application/problem+json");
    assertThat(answered(host, "X-Forwarded-Host: localhost\r\n")).startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "null", "http://localhost:4200", "https://127.0.0.1:1"})
  void anotherSitesPageIsRefused(String origin) throws IOException {
    assertThat(answered("localhost:" + port, "Origin: " + origin + "\r\n"))
        .startsWith("HTTP/1.1 403");
    service
        .ask("POST", "/api/v1/encounters")
        .header("Origin", origin)
        .json("{\"label\":\"A\"}")
        .send()
        .isProblem(403, "forbidden");
  }

  @Test
  void itsOwnPageIsNot() throws IOException {
    assertThat(answered("localhost:" + port, "Origin: http://localhost:" + port + "\r\n"))
        .startsWith("HTTP/1.1 200");
  }
}
