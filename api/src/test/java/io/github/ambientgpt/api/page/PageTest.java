package io.github.ambientgpt.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class PageTest {
  private static final Path ROUTES =
      Path.of(System.getProperty("project.root", ".."), "frontend", "src", "app", "routes.ts");

  private final Service service;

  PageTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  /** A page that is opened by its address, or loaded anew, is the page and not a 404. */
  @Test
  void everyRouteOfThePageIsServed() throws IOException {
    List<String> routes =
        Pattern.compile("(?m)^  '(/[^']*)':")
            .matcher(Files.readString(ROUTES))
            .results()
            .map(route -> route.group(1).replace(":id", UUID.randomUUID().toString()))
            .toList();

    assertThat(routes).contains("/users", "/settings");
    for (String route : routes) {
      assertThat(service.get(route).is(200).text()).as(route).contains("<title>Ambient GPT Notes");
    }
  }

  /** Else each visit would fetch the page anew, and a new version would meet parts of the old. */
  @Test
  void filesOfThePageAreKeptByTheirHashAndTheRestIsAskedForAgain() {
    String page = service.get("/").is(200).text();
    Matcher script = Pattern.compile("/assets/[^\"]+\\.js").matcher(page);
    assertThat(script.find()).isTrue();

    Answer file = service.get(script.group());

    assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
    assertThat(service.get("/").header("Cache-Control")).isEqualTo("no-cache");
    assertThat(service.get("/assets/of-another-version.js").is(404).header("Cache-Control"))
        .isEqualTo("no-cache");
    assertThat(service.get("/api/v1/me").header("Cache-Control")).isEqualTo("no-store");
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
