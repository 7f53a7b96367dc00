package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The four parts into which ACI-BENCH's authors divide a note. */
enum Division {
  SUBJECTIVE("subjective"),
  EXAM("exam"),
  RESULTS("results"),
  ASSESSMENT_AND_PLAN("assessment-and-plan");

  private static final Map<String, Division> BY_HEADING = new HashMap<>();

  static {
    Table.read(
        Division.class,
        "divisions.tsv",
        row ->
            Table.alternatives(row.get(1))
                .forEach(heading -> BY_HEADING.put(heading, named(row.get(0)))));
  }

  private final String id;

  Division(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** A person's note by division; headings that the table does not have are text. */
  static Map<Division, String> of(String note) {
    Map<Division, StringBuilder> parts = new EnumMap<>(Division.class);
    Division current = SUBJECTIVE;
    for (String line : note.lines().toList()) {
      Division heading = BY_HEADING.get(key(line));
      current = heading == null ? current : heading;
      parts.computeIfAbsent(current, d -> new StringBuilder()).append(line).append('\n');
    }
    return joined(parts);
  }

  /** A composed note by division; a section whose title the table does not have is left out. */
  static Map<Division, String> of(Note note) {
    Map<Division, StringBuilder> parts = new EnumMap<>(Division.class);
    for (Section section : note.sections()) {
      Division division = BY_HEADING.get(key(section.title()));
      if (division != null && !section.statements().isEmpty()) {
        parts
            .computeIfAbsent(division, d -> new StringBuilder())
            .append(section.title())
            .append('\n')
            .append(NoteText.of(section.statements()));
      }
    }
    return joined(parts);
  }

  private static Map<Division, String> joined(Map<Division, StringBuilder> parts) {
    Map<Division, String> texts = new EnumMap<>(Division.class);
    parts.forEach((division, text) -> texts.put(division, text.toString()));
    return texts;
  }

  private static Division named(String id) {
    for (Division division : values()) {
      if (division.id.equals(id)) {
        return division;
      }
    }
    throw new IllegalArgumentException("divisions.tsv names no division with " + id);
  }

  private static String key(String heading) {
    return heading.strip().replaceAll(":$", "").toLowerCase(Locale.ROOT);
  }
}
