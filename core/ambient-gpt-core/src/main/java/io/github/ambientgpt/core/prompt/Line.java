package io.github.ambientgpt.core.prompt;

/**
 * One line of what a language model is shown. A line that is too long is shown in parts, each with
 * the same head.
 *
 * @param head what it is, such as {@code u3 [patient]}
 * @param text its words
 * @since 0.1.0
 */
public record Line(String head, String text) {
  /** Whatever stands in them: they become one line each. */
  public Line {
    head = flat(head);
    text = flat(text);
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  /** As it is shown. */
  public String shown() {
    return head + " " + text + "\n";
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Line[" + head.length() + "+" + text.length() + " characters]";
  }
}
