package io.github.ambientgpt.smoke;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A clinician who comes through a door in a browser: frontend/e2e/door.ts. */
final class BrowserVisit {
  private static final Path FRONTEND = Images.ROOT.resolve("frontend");
  private static final Path PLAYWRIGHT = FRONTEND.resolve("node_modules/@playwright/test/cli.js");

  private BrowserVisit() {}

  /**
   * @return what the browser's test printed, when it passed
   * @throws IllegalStateException with what it printed, when it did not
   */
  static String through(URI door, String username, String password) throws IOException {
    Part.require(
        "Playwright",
        Files.exists(PLAYWRIGHT),
        "The build of frontend installs it: -am builds it.");
    Part.require(
        "Chromium",
        chromium().anyMatch(Files::isExecutable),
        "Install it (Debian: apt install chromium), or name one in the variable CHROMIUM.");
    ProcessBuilder test =
        new ProcessBuilder("node", PLAYWRIGHT.toString(), "test", "--project", "door");
    test.directory(FRONTEND.toFile()).redirectErrorStream(true);
    test.environment().put("AMBIENT_GPT_DOOR", door.toString());
    test.environment().put("AMBIENT_GPT_DOOR_USER", username);
    test.environment().put("AMBIENT_GPT_DOOR_PASSWORD", password);
    Process process = test.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return said;
  }

  /** As frontend/e2e/fixtures/browser.ts looks for it. */
  private static Stream<Path> chromium() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("CHROMIUM")),
            List.of(
                "/usr/bin/chromium",
                "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe")
                .stream())
        .map(Path::of);
  }
}
