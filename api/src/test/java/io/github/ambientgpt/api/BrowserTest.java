package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The page in a real browser against the running service: the tests themselves are in frontend/e2e.
 */
@ApiTest
class BrowserTest {
  private static final Path FRONTEND = Path.of("../frontend").toAbsolutePath().normalize();

  private final int port;

  BrowserTest(@LocalServerPort int port) {
    this.port = port;
  }

  @Test
  void theBrowsersTestsPass() throws IOException, InterruptedException {
    Path playwright = FRONTEND.resolve("node_modules/@playwright/test/cli.js");
    Part.require(
        "The page",
        Files.exists(playwright),
        "Build frontend with Node 20.19 or newer: its packages are in frontend/node_modules then.");
    Part.require(
        "Chromium",
        chromium().findAny().isPresent(),
        "Install it (Debian: apt install chromium), or name one in the variable CHROMIUM.");
    Path log = Files.createTempFile("playwright", ".log");
    ProcessBuilder tests = new ProcessBuilder(List.of("node", playwright.toString(), "test"));
    tests.directory(FRONTEND.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    tests.environment().put("AMBIENT_GPT_URL", "http://127.0.0.1:" + port);
    int code = tests.start().waitFor();

    assertThat(code).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
  }

  /** As frontend/playwright.config.ts looks for it. */
  private static Stream<Path> chromium() {
    return Stream.of(
            System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe")
        .map(Path::of)
        .filter(Files::isExecutable);
  }
}
