package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A note that a language model wrote and nobody has checked.
 *
 * @param parts one when everything fitted the model's context; else a section each, or less
 * @since 0.1.0
 */
public record Draft(Template template, List<Part> parts) {
  /**
   * What was written in one go.
   *
   * @param wanted the sections that were asked for
   * @param facts what they were written from
   * @param written the sections that came of it
   */
  public record Part(
      List<TemplateSection> wanted, List<ExtractedFacts.Fact> facts, List<Section> written) {
    public Part {
      wanted = List.copyOf(wanted);
      facts = List.copyOf(facts);
      written = List.copyOf(written);
    }

    Part with(List<Section> others) {
      return new Part(wanted, facts, others);
    }
  }

  public Draft {
    parts = List.copyOf(parts);
  }

  /** The parts as one note, its sections in the template's order, no statement twice in one. */
  Note note(String model) {
    Map<String, List<Statement>> byTitle = new LinkedHashMap<>();
    template.sections().forEach(section -> byTitle.put(section.title(), new ArrayList<>()));
    for (Part part : parts) {
      part.written().forEach(section -> byTitle.get(section.title()).addAll(section.statements()));
    }
    List<Section> sections = new ArrayList<>();
    byTitle.forEach(
        (title, statements) -> {
          Set<String> seen = new HashSet<>();
          List<Statement> each =
              statements.stream()
                  .filter(s -> seen.add((s.topic() + ": " + s.text()).toLowerCase(Locale.ROOT)))
                  .toList();
          if (!each.isEmpty()) {
            sections.add(new Section(title, each));
          }
        });
    return Note.draft(template.name(), sections, Generation.of(model));
  }
}
