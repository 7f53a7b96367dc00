package io.github.ambientgpt.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class PageTest {
  private final Service service;

  PageTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/me", "/nothing-here"})
  void aBrowserLoadsNothingFromElsewhere(String path) {
    Answer answer = service.get(path);

    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }
}
