package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ApiTest
@TestPropertySource(properties = "ambient-gpt.lambient.enabled=false")
class LambientOffTest {
  private final Service service;

  LambientOffTest(@LocalServerPort int port) {
    this.service = Service.at(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/notes", "/api/notes", "/generate_note", "/transcribe"})
  void switchedOffTheRoutesAreNotThere(String path) {
    service.post(path, "{\"transcript\":\"a\"}").isProblem(404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/templates", "/api/templates", "/ws/vosk", "/api/ws/stream"})
  void norAreThoseThatAreRead(String path) {
    service.get(path).is(404);
  }
}
