package io.github.ambientgpt.core.note;

import java.util.List;

/**
 * A heading of a note and what stands under it.
 *
 * @param title never blank
 * @param statements in the order they are read; those of one topic stand together
 * @since 0.1.0
 */
public record Section(String title, List<Statement> statements) {
  public Section {
    if (title.isBlank()) {
      throw new IllegalArgumentException("A section needs a title");
    }
    statements = List.copyOf(statements);
  }

  public Section withStatements(List<Statement> others) {
    return new Section(title, others);
  }
}
