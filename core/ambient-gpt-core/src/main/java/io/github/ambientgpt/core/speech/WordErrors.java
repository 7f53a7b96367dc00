package io.github.ambientgpt.core.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Word error rate: substitutions, deletions and insertions of the best alignment, over the words
 * that were said. Words are compared in lower case without punctuation; nothing else is normalised.
 *
 * @param errors may exceed the words, when many were made up
 * @param words how many were said
 * @since 0.1.0
 */
public record WordErrors(int errors, int words) {
  public static final WordErrors NONE = new WordErrors(0, 0);

  /**
   * @param said the truth
   * @param recognized what is judged
   */
  public static WordErrors between(String said, String recognized) {
    List<String> a = words(said);
    List<String> b = words(recognized);
    int[] before = new int[b.size() + 1];
    for (int j = 0; j <= b.size(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.size(); i++) {
      int[] row = new int[b.size() + 1];
      row[0] = i;
      for (int j = 1; j <= b.size(); j++) {
        int replaced = before[j - 1] + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return new WordErrors(before[b.size()], a.size());
  }

  /** The words of a text as they are compared. */
  public static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  public WordErrors plus(WordErrors other) {
    return new WordErrors(errors + other.errors, words + other.words);
  }

  /** From 0, and above 100 when more was made up than was said; NaN when nothing was said. */
  public double percent() {
    return words == 0 ? Double.NaN : 100.0 * errors / words;
  }
}
