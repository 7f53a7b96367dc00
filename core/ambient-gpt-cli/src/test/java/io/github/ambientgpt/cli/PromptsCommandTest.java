package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsCommandTest {
  @TempDir Path folder;

  private CommandRun run(Object... args) {
    return CommandRun.at(folder).run(args);
  }

  @Test
  void promptsAreListedShownAndExported() {
    assertThat(run("prompts").out()).contains("extract ", "review ", "note.schema.json");
    assertThat(run("prompts", "show", "write.md").out()).contains("{sections}");
    assertThat(run("prompts", "show", "none.md").exitCode()).isEqualTo(67);
    Path mine = folder.resolve("a").resolve("mine");
    assertThat(run("prompts", "export", mine).out()).isEqualTo(mine.toAbsolutePath() + "\n");
    assertThat(mine.resolve("extract.md")).exists();
    CommandRun again = run("prompts", "export", mine);
    assertThat(again.exitCode()).isEqualTo(73);
    assertThat(again.err()).contains("extract.md", "name an empty folder");
  }

  @Test
  void theUsersPromptsTakeTheirPlace() throws IOException {
    Path own = Files.createDirectories(folder.resolve("prompts"));
    Files.writeString(own.resolve("clean.md"), "Mine {mark}.");
    assertThat(run("prompts", "show", "clean.md").out()).isEqualTo("Mine {mark}.");
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("clean.md"), "Other {mark}.");
    assertThat(run("prompts", "show", "--prompts", other, "clean.md").out())
        .isEqualTo("Other {mark}.");
  }

  @Test
  void aFileThatLacksAPlaceholderIsNamedBeforeAnythingIsDone() throws IOException {
    Path own = Files.createDirectories(folder.resolve("prompts"));
    Files.writeString(own.resolve("write.md"), "Write {sections}.");
    Path visit = Files.writeString(folder.resolve("visit.txt"), "Patient: My knee hurts.\n");
    assertThat(run("note", visit).exitCode()).isZero();
    assertThat(run("note", "--prompts", own, visit).exitCode()).isEqualTo(2);
    CommandRun run = run("note", "--llm", "mute", "--llm-model", "some", visit);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("write.md lacks the placeholder {mark}");
  }
}
