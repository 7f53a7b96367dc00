package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.english.WrappedText;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This project's notes as text of 80 columns, out and back. */
final class TextNote {
  private static final String WHY = "  >> ";
  private static final Pattern LINKS =
      Pattern.compile("\\s*\\[(?:no evidence|[^\\[\\]]*\\d[^\\[\\]]*)]$");

  String write(Note note) {
    StringBuilder out = new StringBuilder();
    out.append(note.template().isBlank() ? "Note" : oneLine(note.template())).append('\n');
    WrappedText.append(
        out, "", "", Notice.of(note.status()) + ". " + Notice.origin(note.generation()));
    for (Section section : note.sections()) {
      String title = oneLine(section.title());
      out.append('\n').append(title).append('\n').append("-".repeat(title.length())).append('\n');
      String topic = "";
      for (Statement statement : section.statements()) {
        if (!statement.topic().strip().equals(topic)) {
          topic = statement.topic().strip();
          out.append('\n').append(topic.isEmpty() ? "" : oneLine(topic) + "\n");
        }
        write(out, statement);
      }
    }
    return out.toString();
  }

  private static void write(StringBuilder out, Statement statement) {
    List<String> evidence = statement.utterances();
    String links = evidence.isEmpty() ? Notice.NO_EVIDENCE : String.join(", ", evidence);
    WrappedText.append(out, "- ", "  ", statement.text() + " [" + links + "]");
    if (statement.support() == Support.SUPPORTED) {
      return;
    }
    String word = Notice.of(statement.support());
    StringBuilder why = new StringBuilder(word);
    String separator = ": ";
    for (Reason reason : statement.reasons()) {
      why.append(separator).append(reason.message());
      separator = " ";
    }
    WrappedText.append(out, WHY, "     ", why.toString());
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  static boolean wrote(List<String> lines) {
    return lines.stream().limit(5).anyMatch(Notice::is);
  }

  Note read(List<String> lines, String name) {
    NoteBuilder draft = new NoteBuilder();
    List<String> open = new ArrayList<>();
    String topic = "";
    int at = 0;
    while (at < lines.size() && !Notice.is(lines.get(at))) {
      draft.template(lines.get(at++));
    }
    draft.status(lines.get(at).startsWith(Notice.DRAFT) ? Note.Status.DRAFT : Note.Status.SIGNED);
    while (at < lines.size() && !lines.get(at).isBlank()) {
      at++; // the notice itself, which may be wrapped
    }
    boolean reason = false;
    for (; at < lines.size(); at++) {
      String line = lines.get(at);
      boolean title = at + 1 < lines.size() && lines.get(at + 1).matches("-{2,}|-");
      if (line.startsWith("- ") || line.isBlank() || title) {
        finish(draft, topic, open);
        reason = false;
      }
      if (title) {
        draft.section(line);
        topic = "";
        at++;
      } else if (line.isBlank()) {
        topic = "";
      } else if (line.startsWith(WHY)) {
        reason = true;
      } else if (line.startsWith("- ")) {
        open.add(line.substring(2).strip());
      } else if (!open.isEmpty() && line.startsWith("  ")) {
        if (!reason) {
          open.add(line.strip());
        }
      } else {
        finish(draft, topic, open);
        topic = line.strip();
      }
    }
    finish(draft, topic, open);
    return draft.note(name);
  }

  private static void finish(NoteBuilder draft, String topic, List<String> open) {
    Matcher links = LINKS.matcher(String.join(" ", open));
    String text = links.replaceFirst("").strip();
    if (!text.isEmpty()) {
      draft.statement(topic, text);
    }
    open.clear();
  }
}
