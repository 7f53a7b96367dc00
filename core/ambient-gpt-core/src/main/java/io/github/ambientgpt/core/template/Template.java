package io.github.ambientgpt.core.template;

import io.github.ambientgpt.core.note.Content;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shape of a note.
 *
 * @param name unique among templates without regard to case; never blank
 * @param description one line for a list of templates
 * @param sections in the order they are written, at least one
 * @since 0.1.0
 */
public record Template(String name, String description, List<TemplateSection> sections) {
  public Template {
    Objects.requireNonNull(description, "description");
    if (name.isBlank()) {
      throw new IllegalArgumentException("A template needs a name");
    }
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("Template '" + name + "' needs at least one section");
    }
  }

  /**
   * The section for a kind of content: the one that holds it, or else the one that holds the next
   * best kind. Empty when this template has no place for it.
   */
  public Optional<TemplateSection> sectionFor(Content kind) {
    return Stream.concat(Stream.of(kind), kind.nextBest().stream())
        .flatMap(candidate -> sections.stream().filter(s -> s.holds().contains(candidate)))
        .findFirst();
  }
}
