package io.github.ambientgpt.core.speech;

import java.util.List;

/**
 * Words that a recognizer is told are likely to occur: names, drugs; the most important first.
 *
 * @param words each one or more words that belong together
 * @since 0.1.0
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

  /**
   * As recognizers take it, as many words as there is room for behind a prompt.
   *
   * @param prompt what was written for this recording: comes first, and is never cut; empty for
   *     nothing
   * @param characters how long both may be
   */
  public String behind(String prompt, int characters) {
    CustomVocabulary used = fittingBehind(prompt, characters);
    return used.words.isEmpty() ? prompt : head(prompt) + used.prompt();
  }

  /** The first words, as many as there is room for behind a prompt. */
  public CustomVocabulary fittingBehind(String prompt, int characters) {
    return fitting(characters - head(prompt).length());
  }

  private static String head(String prompt) {
    return prompt.isBlank() ? "" : prompt.strip() + BETWEEN;
  }

  /** Only how many: they may be names of people. */
  @Override
  public String toString() {
    return "CustomVocabulary[" + words.size() + " words]";
  }
}
