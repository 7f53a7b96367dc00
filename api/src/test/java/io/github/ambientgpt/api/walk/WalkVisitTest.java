package io.github.ambientgpt.api.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.api.ApiTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class WalkVisitTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @LocalServerPort private int port;

  private WalkVisit walk(String path) {
    return new WalkVisit(
        URI.create("http://127.0.0.1:" + port + path),
        Optional.empty(),
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @Test
  void aVisitIsWalkedToItsNoteAndLeavesNothing() throws Exception {
    walk("/").visit();

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "ok: a visit is begun",
            "ok: what was said is taken in",
            "ok: a note is written, and rests on what was said",
            "ok: it is exported, as a draft",
            "ok: the visit is deleted");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> walk("/").bridge(URI.create("http://127.0.0.1:" + port)))
        .isInstanceOf(WalkVisit.Stumble.class)
        .hasMessageContaining("/actuator/health/routing answers with status 404, not 200");
  }
}
