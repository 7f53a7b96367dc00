package io.github.ambientgpt.core.text;

import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing of a visit by themselves: "the", "patient", "really". */
public final class StopWords {
  private static final Set<String> WORDS =
      Table.rows(StopWords.class, "stopwords.tsv").stream()
          .map(row -> row.get(0))
          .collect(Collectors.toUnmodifiableSet());

  private StopWords() {}

  /**
   * @param word in lower case
   */
  public static boolean has(String word) {
    return WORDS.contains(word);
  }
}
