package io.github.ambientgpt.core.template;

import io.github.ambientgpt.core.note.Content;
import java.util.List;
import java.util.Objects;

/**
 * One heading of a template.
 *
 * @param title never blank
 * @param holds the kinds of content under it, in the order they are written
 * @param instruction what to write, for a language model; may be empty
 * @since 0.1.0
 */
public record TemplateSection(String title, List<Content> holds, String instruction) {
  public TemplateSection {
    Objects.requireNonNull(instruction, "instruction");
    if (title.isBlank()) {
      throw new IllegalArgumentException("A section of a template needs a title");
    }
    holds = List.copyOf(holds);
  }
}
