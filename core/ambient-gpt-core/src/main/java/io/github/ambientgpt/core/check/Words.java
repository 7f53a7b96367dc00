package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words and phrases that the comparisons go by, in groups. */
final class Words {
  private static final Map<String, Set<String>> GROUPS = new HashMap<>();
  private static final Map<String, Set<String>> BEGINNINGS = new HashMap<>();
  private static final Map<String, Integer> LONGEST = new HashMap<>();

  static {
    Table.read(
        Words.class,
        "words.tsv",
        row -> {
          String[] words = row.get(1).split(" ");
          GROUPS.computeIfAbsent(row.get(0), group -> new HashSet<>()).add(row.get(1));
          BEGINNINGS.computeIfAbsent(row.get(0), group -> new HashSet<>()).add(words[0]);
          LONGEST.merge(row.get(0), words.length, Math::max);
        });
  }

  private Words() {}

  static boolean is(String group, String word) {
    return GROUPS.get(group).contains(word);
  }

  /** How many tokens a cue of the group takes that begins here; 0 when none does. */
  static int at(String group, List<Token> tokens, int from) {
    if (!BEGINNINGS.get(group).contains(tokens.get(from).text())) {
      return 0;
    }
    StringBuilder phrase = new StringBuilder();
    int found = 0;
    int most = Math.min(tokens.size() - from, LONGEST.get(group));
    for (int length = 1; length <= most; length++) {
      phrase.append(length == 1 ? "" : " ").append(tokens.get(from + length - 1).text());
      if (is(group, phrase.toString())) {
        found = length;
      }
    }
    return found;
  }

  static boolean within(String group, List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (at(group, tokens, i) > 0) {
        return true;
      }
    }
    return false;
  }
}
