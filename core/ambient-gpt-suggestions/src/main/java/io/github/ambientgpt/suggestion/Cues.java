package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups of words and phrases from {@code cues.tsv}. */
final class Cues {
  private static final Map<String, Set<String>> GROUPS = new HashMap<>();
  private static final int LONGEST = 6;

  static {
    Table.read(
        Cues.class,
        "cues.tsv",
        row ->
            Table.alternatives(row.get(1))
                .forEach(
                    phrase ->
                        GROUPS.computeIfAbsent(row.get(0), g -> new HashSet<>()).add(phrase)));
  }

  private Cues() {}

  static boolean is(String group, String word) {
    Set<String> phrases = GROUPS.get(group);
    if (phrases == null) {
      throw new IllegalArgumentException("cues.tsv has no group " + group);
    }
    return phrases.contains(word);
  }

  /** How many tokens the longest phrase of the group has that begins here; 0 for none. */
  static int at(String group, List<Token> tokens, int from) {
    StringBuilder phrase = new StringBuilder();
    int longest = 0;
    for (int i = from; i < Math.min(tokens.size(), from + LONGEST); i++) {
      phrase.append(i == from ? "" : " ").append(tokens.get(i).text());
      if (is(group, phrase.toString())) {
        longest = i - from + 1;
      }
    }
    return longest;
  }

  /** Where the first phrase of the group begins, or -1. */
  static int find(String group, List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (at(group, tokens, i) > 0) {
        return i;
      }
    }
    return -1;
  }

  static boolean within(String group, List<Token> tokens) {
    return find(group, tokens) >= 0;
  }
}
