package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of {@code docs/walkthrough.md} as they stand. */
class WalkthroughTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "walkthrough.md");
  private static final Path RECORDING =
      Path.of("..", "core", "ambient-gpt-audio", "src", "test", "resources");
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void itsCommandsDoWhatItSays(@TempDir Path folder) throws Exception {
    Part.require("A shell with curl 7.84", hasCurl(), "On Debian: apt-get install curl.");
    String document = Files.readString(DOCUMENT).replace("\r\n", "\n");
    String commands =
        COMMANDS
            .matcher(document)
            .results()
            .map((MatchResult block) -> block.group(1))
            .collect(Collectors.joining("\n"));
    Path work = Files.createDirectories(folder.resolve("work"));
    Files.copy(recording(), work.resolve("visit.mp3"));
    try (ServiceProcess process =
        ServiceProcess.start(
            folder.resolve("data"),
            List.of(
                "ambient-gpt.recognizer=loudness", "ambient-gpt.recognizers.loudness.model=any"))) {
      Path script = work.resolve("walkthrough.sh");
      Files.writeString(
          script,
          "set -eu\n" + commands.replace("http://127.0.0.1:8000", process.base().toString()));
      Path output = work.resolve("output.txt");
      Process shell =
          new ProcessBuilder("sh", script.toString())
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = shell.waitFor(120, TimeUnit.SECONDS);
      String said = Files.readString(output);

      assertThat(ended).as(said).isTrue();
      assertThat(shell.exitValue()).as(said).isZero();
      assertThat(said).contains("somebody speaks", "WEBVTT", "\"state\":\"succeeded\"", "amended");
      assertThat(work.resolve("note.pdf")).isNotEmptyFile();
      assertThat(Files.readString(work.resolve("note.markdown")))
          .doesNotContainIgnoringCase("draft");
    }
  }

  private static Path recording() throws IOException {
    try (var files = Files.walk(RECORDING)) {
      return files.filter(file -> file.endsWith("speech.mp3")).findFirst().orElseThrow();
    }
  }

  private static boolean hasCurl() {
    try {
      Process curl = new ProcessBuilder("curl", "--version").redirectErrorStream(true).start();
      String version = new String(curl.getInputStream().readAllBytes());
      return version.matches("(?s)curl (7\\.(8[4-9]|9\\d)|[89]\\.).*")
          && new java.io.File("/bin/sh").exists();
    } catch (IOException e) {
      return false;
    }
  }
}
