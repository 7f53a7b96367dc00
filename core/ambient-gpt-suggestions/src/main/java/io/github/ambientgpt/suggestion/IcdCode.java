package io.github.ambientgpt.suggestion;

import java.util.List;

/**
 * A category or code of ICD-10-CM.
 *
 * @param code with its full stop, such as {@code S93.401A}
 * @param title as in the official table; with a seventh character, its meaning stands behind
 * @param terms other names for it in the official table
 * @param billable whether it is complete; else a longer one is needed
 * @param seventh what its seventh character may be; empty when it has none, or has one already
 * @since 0.1.0
 */
public record IcdCode(
    String code, String title, List<String> terms, boolean billable, List<Seventh> seventh) {
  /** A seventh character and what it means, such as {@code A}, initial encounter. */
  public record Seventh(char character, String meaning) {}

  public IcdCode {
    terms = List.copyOf(terms);
    seventh = List.copyOf(seventh);
  }

  /** Its first three characters. */
  public String category() {
    return code.substring(0, 3);
  }
}
