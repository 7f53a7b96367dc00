package io.github.ambientgpt.api.problem;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Found by {@code -Pfuzz}: parameters that are no text, or have no name. */
@ApiTest
class UnreadableQueryTest {
  private final Service service;

  UnreadableQueryTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @Test
  void bytesThatAreNoTextAreTheCallersFault() {
    service.get("/api/v1/encounters?q=%F1%89%AD%94%FF").isProblem(400, "invalid-request");
  }

  @Test
  void aNameOfNothingIsToo() {
    service.get("/api/v1/encounters?=%C2%A5%C2%8E").isProblem(400, "invalid-request");
  }

  @Test
  void soIsACutEscapeInAForm() {
    service
        .post("/api/v1/encounters")
        .body("application/x-www-form-urlencoded", "label=%F1%8".getBytes())
        .send()
        .isProblem(400, "invalid-request");
  }
}
