package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser against the running service: the tests themselves are in frontend/e2e,
 * and start services of their own, which they can kill. With {@code -Dbrowser.project=screenshots}
 * they make docs/screenshots anew, with {@code lighthouse} they hold its figures. {@code
 * -Dbrowser.arguments="keep --repeat-each 3"} goes to Playwright.
 */
class BrowserTest {
  private static final Path FRONTEND = Path.of("../frontend").toAbsolutePath().normalize();

  @Test
  void theBrowsersTestsPass(@TempDir Path folder) throws IOException, InterruptedException {
    Path playwright = FRONTEND.resolve("node_modules/@playwright/test/cli.js");
    Part.require(
        "The page",
        Files.exists(playwright),
        "Build frontend with Node 20.19 or newer: its packages are in frontend/node_modules then.");
    String named = System.getenv("CHROMIUM");
    assertThat(named == null || Files.isExecutable(Path.of(named)))
        .as("CHROMIUM names " + named + ", which is no program")
        .isTrue();
    Part.require(
        "Chromium",
        chromium().findAny().isPresent(),
        "Install it (Debian: apt install chromium), or name one in the variable CHROMIUM.");
    Path log = Path.of("target", "playwright.log").toAbsolutePath();
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                playwright.toString(),
                "test",
                "--project=" + System.getProperty("browser.project", "e2e")));
    command.addAll(List.of(System.getProperty("browser.arguments", "").strip().split("\\s+")));
    command.removeIf(String::isEmpty);
    ProcessBuilder tests = new ProcessBuilder(command);
    tests.directory(FRONTEND.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    tests.environment().put("AMBIENT_GPT_SERVICE", service(folder).toString());
    tests
        .environment()
        .put(
            "AMBIENT_GPT_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    int code = tests.start().waitFor();

    assertThat(code).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
  }

  /** A file of java's arguments that starts the service from this test's own classes. */
  private static Path service(Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(ServiceArchive.arguments());
    arguments.add(ApiApplication.class.getName());
    return Files.write(folder.resolve("service"), arguments);
  }

  /** As frontend/e2e/fixtures/browser.ts looks for it. */
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
