package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {
  @TempDir Path folder;
  private Path visit;

  @BeforeEach
  void writeVisit() throws IOException {
    visit =
        Files.writeString(
            folder.resolve("visit.txt"),
            "Doctor: How are you?\nPatient: Um, I've, I've had *pain* for two weeks.\n");
  }

  private CommandRun run(Object... args) {
    return CommandRun.at(folder).run(args);
  }

  @Test
  void whatWasChangedIsShown() {
    CommandRun run = run("clean", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("# Cleaned transcript\n\n- u1 \\[")
        .contains("] How are you?\n- u2 \\[")
        .contains("~~Um, I've,~~ I've had \\*pain\\* for two weeks.\n");
  }

  @Test
  void theCleanedTranscriptCanBeReadAgain() throws IOException {
    CommandRun text = run("clean", "--format", "text", visit);
    assertThat(text.out()).contains("I've had *pain* for two weeks.").doesNotContain("Um");
    Path cleaned = folder.resolve("cleaned.json");
    assertThat(run("clean", "--format", "json", "-o", cleaned, visit).exitCode()).isZero();
    assertThat(cleaned)
        .content()
        .contains("\"original\" : \"Um, I've,", "\"from\" : \"Um, I've,\"", "\"refused\" : null");
    assertThat(run("clean", "--format", "text", cleaned).exitCode()).isZero();
  }

  @Test
  void aModelThatFailsIsReplacedAndThatIsSaid() {
    CommandRun run = run("clean", "--llm", "mute", "--llm-model", "some", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("Cleaned without mute: It has no voice.");
    assertThat(run.out()).contains("~~Um, I've,~~");
  }

  @Test
  void badInputsAreNamed() throws IOException {
    assertThat(run("clean", folder.resolve("none.txt")).exitCode()).isEqualTo(66);
    assertThat(run("clean", Files.writeString(folder.resolve("e.txt"), "")).exitCode())
        .isEqualTo(65);
    assertThat(run("clean", "--llm", "gpt", visit).exitCode()).isEqualTo(67);
    assertThat(run("clean", "--llm-model", "x", visit).exitCode()).isEqualTo(2);
    assertThat(run("clean", "-o", visit, visit).exitCode()).isEqualTo(73);
  }

  @Test
  void cancellingLeavesNothing() {
    Path out = folder.resolve("out.md");
    assertThat(CommandRun.at(folder).cancelled().run("clean", "-o", out, visit).exitCode())
        .isEqualTo(130);
    assertThat(out).doesNotExist();
  }
}
