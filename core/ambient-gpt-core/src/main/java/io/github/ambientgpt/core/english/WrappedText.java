package io.github.ambientgpt.core.english;

/**
 * Text for a terminal of {@value #WIDTH} columns.
 *
 * @since 0.1.0
 */
public final class WrappedText {
  private static final int WIDTH = 80;

  private WrappedText() {}

  /**
   * Appends a paragraph, its lines broken at spaces; a word that is longer than a line stays whole.
   *
   * @param first what its first line begins with
   * @param rest what the others begin with
   */
  public static void append(StringBuilder out, String first, String rest, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (String word : text.strip().split("\\s+")) {
      if (!fresh && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(rest);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
