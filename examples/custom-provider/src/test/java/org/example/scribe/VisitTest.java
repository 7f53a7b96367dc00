package org.example.scribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.provider.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitTest {
  private static final String TRANSCRIPT =
      """
      Doctor: What brings you in today?
      Patient: I've had a bad cough for two weeks.
      """;

  @TempDir Path folder;

  @Test
  void the_program_writes_and_the_checker_marks_what_nobody_said() throws IOException {
    Note note = Visit.note(visit(), Programs.running(Quoting.class));

    assertThat(note.generation().model()).startsWith("command/java");
    assertThat(note.statements())
        .filteredOn(statement -> statement.text().contains("cough"))
        .extracting(statement -> statement.support())
        .containsOnly(Support.SUPPORTED);
    assertThat(note.statements())
        .filteredOn(statement -> statement.text().contains("pilot"))
        .extracting(statement -> statement.support())
        .containsOnly(Support.UNCERTAIN);
  }

  @Test
  void a_program_that_fails_leaves_the_note_to_the_composer() throws IOException {
    Settings failing = Programs.running(Settings.class); // has no main method

    Note note = Visit.note(visit(), failing);

    assertThat(note.generation().model()).isEqualTo("builtin");
    assertThat(note.generation().reason()).hasValueSatisfying(r -> assertThat(r).contains("exit"));
    assertThat(note.statements()).isNotEmpty();
  }

  private Path visit() throws IOException {
    return Files.writeString(folder.resolve("visit.txt"), TRANSCRIPT);
  }
}
