package io.github.ambientgpt.core.vocabulary;

import java.util.Locale;

/**
 * A clinical meaning, whatever words it was said in: two mentions are of the same thing when their
 * concepts are equal.
 *
 * @param name the preferred name in lower case, such as {@code hypertension}
 * @since 0.1.0
 */
public record Concept(ConceptKind kind, String name) {
  /** Stable within a version of the vocabulary, such as {@code condition:hypertension}. */
  public String id() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + name.replace(' ', '-');
  }
}
