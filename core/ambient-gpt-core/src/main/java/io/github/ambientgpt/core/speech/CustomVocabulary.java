package io.github.ambientgpt.core.speech;

import java.util.List;

/**
 * Words that a recognizer is told are likely to occur: names, drugs; the most important first.
 *
 * @param words each one or more words that belong together
 */
public record CustomVocabulary(List<String> words) {
  private static final String BETWEEN = ", ";

  public CustomVocabulary {
    words = List.copyOf(words);
  }

  /**
   * @param text a word or several that belong together on each line; blank lines, and those that
   *     begin with {@code #}, do not count
   */
  public static CustomVocabulary parse(String text) {
    return new CustomVocabulary(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .distinct()
            .toList());
  }

  /** The first words, as many as there is room for. */
  public CustomVocabulary fitting(int characters) {
    int count = 0;
    int length = 0;
    while (count < words.size()) {
      length += words.get(count).length() + (count == 0 ? 0 : BETWEEN.length());
      if (length > characters) {
        break;
      }
      count++;
    }
    return new CustomVocabulary(words.subList(0, count));
  }

  /** As recognizers take it. */
  public String prompt() {
    return String.join(BETWEEN, words);
  }

  /** Only how many: they may be names of people. */
  @Override
  public String toString() {
    return "CustomVocabulary[" + words.size() + " words]";
  }
}
