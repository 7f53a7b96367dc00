package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * This project's notes as Markdown, out and back: a section is a heading, a statement a bullet with
 * its evidence. What is in a statement is escaped, so all that is not, is ours.
 *
 * @since 0.1.0
 */
public final class MarkdownNote {
  /** No statement is as long; the pattern of a bullet needs stack for every escape. */
  private static final int LONGEST_BULLET = 4000;

  private static final Pattern SPECIAL = Pattern.compile("[\\\\*_`<\\[\\]]|&(?=[#\\p{L}])");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\*_`<\\[\\]&])");
  private static final Pattern BULLET =
      Pattern.compile(
          "^- (?:\\*\\*(?<topic>[^*\\\\]*(?:\\\\.[^*\\\\]*)*):\\*\\*"
              + " )?(?<text>[^*\\[\\\\]*(?:\\\\.[^*\\[\\\\]*)*)"
              + "(?:\\[[^\\]]*])?(?:\\s*\\*\\*\\(.*\\)\\*\\*)?\\s*$");

  String write(Note note) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(escape(note.template().isBlank() ? "Note" : note.template()));
    out.append("\n\n> **").append(Notice.of(note.status())).append(".** ");
    out.append(escape(Notice.origin(note.generation()))).append('\n');
    for (Section section : note.sections()) {
      out.append("\n## ").append(escape(section.title())).append("\n");
      String separator = "\n";
      for (Statement statement : section.statements()) {
        out.append(separator).append(bullet(statement)).append('\n');
        separator = "";
      }
    }
    return out.toString();
  }

  private static String bullet(Statement statement) {
    String topic = statement.topic().isBlank() ? "" : "**" + escape(statement.topic()) + ":** ";
    List<String> evidence = statement.utterances();
    String links = evidence.isEmpty() ? Notice.NO_EVIDENCE : String.join(", ", evidence);
    return "- " + topic + escape(statement.text()) + " [" + links + "]" + mark(statement);
  }

  private static String mark(Statement statement) {
    if (statement.support() == Support.SUPPORTED) {
      return "";
    }
    String why = statement.reasons().stream().map(Reason::message).collect(Collectors.joining(" "));
    String word = Notice.of(statement.support());
    return " **(" + word + (why.isBlank() ? "" : ": " + escape(why)) + ")**";
  }

  static boolean wrote(List<String> lines) {
    return lines.stream().anyMatch(line -> line.startsWith("> ") && Notice.is(line));
  }

  /** What is not one of our lines, a person added: it is kept as a statement. */
  Note read(List<String> lines, String name) {
    NoteBuilder draft = new NoteBuilder();
    for (String line : lines) {
      Matcher bullet = BULLET.matcher(line.length() > LONGEST_BULLET ? "" : line);
      if (line.startsWith("# ")) {
        draft.template(unescape(line.substring(2)));
      } else if (line.startsWith("## ")) {
        draft.section(unescape(line.substring(3)));
      } else if (line.startsWith("> ") && Notice.is(line)) {
        draft.status(line.contains(Notice.DRAFT) ? Note.Status.DRAFT : Note.Status.SIGNED);
      } else if (bullet.matches()) {
        String topic = bullet.group("topic");
        draft.statement(topic == null ? "" : unescape(topic), unescape(bullet.group("text")));
      } else if (!line.isBlank()) {
        ForeignNote.prose(line).forEach(text -> draft.statement("", text));
      }
    }
    return draft.note(name);
  }

  public static String escape(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return SPECIAL
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  private static String unescape(String text) {
    return ESCAPED
        .matcher(text.strip())
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
  }
}
