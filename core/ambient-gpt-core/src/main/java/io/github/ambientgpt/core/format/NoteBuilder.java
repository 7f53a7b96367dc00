package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import java.util.ArrayList;
import java.util.List;

/** A note while it is read. */
final class NoteBuilder {
  private final List<Section> sections = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private String template = "";
  private String title = "";
  private Note.Status status = Note.Status.DRAFT;

  void template(String name) {
    template = name.strip();
  }

  void status(Note.Status found) {
    status = found;
  }

  boolean hasSection() {
    return !title.isEmpty();
  }

  String section() {
    return title;
  }

  void section(String next) {
    finish();
    title = next.strip();
  }

  boolean isEmptySection() {
    return statements.isEmpty();
  }

  void renameSection(String name) {
    title = name.strip();
  }

  void statement(String topic, String text) {
    statements.add(Statement.unchecked(topic.strip(), text.strip(), List.of()));
  }

  private void finish() {
    if (!title.isEmpty() || !statements.isEmpty()) {
      sections.add(new Section(title.isEmpty() ? "Note" : title, statements));
      statements.clear();
    }
  }

  Note note(String name) {
    finish();
    if (sections.stream().allMatch(section -> section.statements().isEmpty())) {
      throw new InvalidInputException(name + " holds no statement: there is nothing to check.");
    }
    return new Note(template, sections, Coverage.UNKNOWN, Generation.GIVEN, status);
  }
}
