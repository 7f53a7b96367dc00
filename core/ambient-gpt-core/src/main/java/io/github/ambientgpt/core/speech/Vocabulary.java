package io.github.ambientgpt.core.speech;

import java.util.List;

/**
 * Words that are likely to occur: names, drugs; the most important first.
 *
 * @param words each one or more words that belong together
 */
public record Vocabulary(List<String> words) {
  private static final String BETWEEN = ", ";

  public Vocabulary {
    words = List.copyOf(words);
  }

  /**
   * @param text a word or several that belong together on each line; blank lines, and those that
   *     begin with {@code #}, do not count
   */
  public static Vocabulary parse(String text) {
    return new Vocabulary(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .distinct()
            .toList());
  }

  /** The first words, as many as there is room for. */
  public Vocabulary fitting(int characters) {
    int count = 0;
    int length = 0;
    while (count < words.size()) {
      length += words.get(count).length() + (count == 0 ? 0 : BETWEEN.length());
      if (length > characters) {
        break;
      }
      count++;
    }
    return new Vocabulary(words.subList(0, count));
  }

  /** As recognizers take it. */
  public String prompt() {
    return String.join(BETWEEN, words);
  }

  /** Only how many: they may be names of people. */
  @Override
  public String toString() {
    return "Vocabulary[" + words.size() + " words]";
  }
}
