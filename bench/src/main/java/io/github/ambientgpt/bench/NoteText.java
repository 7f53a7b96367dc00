package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import java.util.List;

/** A note's words alone, headings and topics on lines of their own, as the references have them. */
final class NoteText {
  private NoteText() {}

  static String of(Note note) {
    StringBuilder text = new StringBuilder();
    for (Section section : note.sections()) {
      if (!section.statements().isEmpty()) {
        text.append(section.title()).append('\n').append(of(section.statements()));
      }
    }
    return text.toString();
  }

  static String of(List<Statement> statements) {
    StringBuilder text = new StringBuilder();
    String topic = "";
    for (Statement statement : statements) {
      if (!statement.topic().equals(topic)) {
        topic = statement.topic();
        text.append(topic).append('\n');
      }
      text.append(statement.text()).append('\n');
    }
    return text.toString();
  }

  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
