package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.reading.Tokens;
import java.util.HashMap;
import java.util.Map;

/** Phrases that are one word when statements are compared, from {@code same-phrases.tsv}. */
final class SamePhrases {
  private static final int LONGEST = 4;
  private static final Map<String, String> WORDS = new HashMap<>();

  static {
    Table.read(
        SamePhrases.class,
        "same-phrases.tsv",
        row -> Table.alternatives(row.get(1)).forEach(phrase -> WORDS.put(phrase, row.get(0))));
  }

  private SamePhrases() {}

  /** How many tokens the longest phrase takes that begins here; 0 when none does. */
  static int at(Tokens tokens, int from) {
    int longest = 0;
    StringBuilder phrase = new StringBuilder();
    for (int i = from; i < Math.min(tokens.size(), from + LONGEST); i++) {
      phrase.append(i == from ? "" : " ").append(tokens.word(i));
      if (WORDS.containsKey(phrase.toString())) {
        longest = i - from + 1;
      }
    }
    return longest;
  }

  /** The word for the phrase that begins here. */
  static String word(Tokens tokens, int from) {
    StringBuilder phrase = new StringBuilder();
    for (int i = from; i < from + at(tokens, from); i++) {
      phrase.append(i == from ? "" : " ").append(tokens.word(i));
    }
    return WORDS.get(phrase.toString());
  }
}
