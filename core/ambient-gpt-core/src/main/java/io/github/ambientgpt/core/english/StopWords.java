package io.github.ambientgpt.core.english;

import java.util.HashSet;
import java.util.Set;

/**
 * Words that say nothing of a visit by themselves: "the", "patient", "really".
 *
 * @since 0.1.0
 */
public final class StopWords {
  private static final Set<String> WORDS = new HashSet<>();

  static {
    Table.read(StopWords.class, "stopwords.tsv", row -> WORDS.add(row.get(0)));
  }

  private StopWords() {}

  /**
   * @param word in lower case
   */
  public static boolean has(String word) {
    return WORDS.contains(word);
  }
}
