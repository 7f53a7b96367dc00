package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.template.Templates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The supported statements of a note by what kind of content they are. */
final class Contents {
  private final Map<Content, List<Statement>> statements = new EnumMap<>(Content.class);

  Contents(Note note) {
    for (Section section : note.sections()) {
      Content main = content(section.title(), note.template());
      for (Statement statement : section.statements()) {
        if (statement.support() == Support.SUPPORTED) {
          Content content = named(statement.topic()).orElse(main);
          statements.computeIfAbsent(content, c -> new ArrayList<>()).add(statement);
        }
      }
    }
  }

  List<Statement> of(Content content) {
    return statements.getOrDefault(content, List.of());
  }

  /** What a heading holds, by the template that has it; the note's own first. */
  private static Content content(String title, String template) {
    Optional<Content> named = named(title);
    if (named.isPresent()) {
      return named.get();
    }
    List<Template> templates = new ArrayList<>(Templates.builtin().all());
    templates.sort((a, b) -> Boolean.compare(is(b, template), is(a, template)));
    return templates.stream()
        .flatMap(shape -> shape.sections().stream())
        .filter(section -> section.title().equalsIgnoreCase(title.strip()))
        .findFirst()
        .map(Contents::main)
        .orElse(Content.HISTORY);
  }

  private static boolean is(Template template, String name) {
    return template.name().equalsIgnoreCase(name);
  }

  private static Content main(TemplateSection section) {
    for (Content content : List.of(Content.HISTORY, Content.ASSESSMENT, Content.EXAMINATION)) {
      if (section.holds().contains(content)) {
        return content;
      }
    }
    return section.holds().isEmpty() ? Content.HISTORY : section.holds().get(0);
  }

  /** "Vital signs" and "VITALS" name their content themselves. */
  private static Optional<Content> named(String heading) {
    String name = heading.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    if (name.equals("VITAL_SIGNS")) {
      return Optional.of(Content.VITALS);
    }
    if (name.equals("FOLLOW-UP")) {
      return Optional.of(Content.INSTRUCTIONS);
    }
    return Arrays.stream(Content.values()).filter(c -> c.name().equals(name)).findFirst();
  }
}
