package io.github.ambientgpt.core.template;

import java.util.List;
import java.util.Objects;

/**
 * The shape of a note.
 *
 * @param name unique among templates without regard to case; never blank
 * @param description one line for a list of templates
 * @param sections in the order they are written, at least one
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
}
