package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Removes what a speaker began and began again. */
final class FalseStarts {
  private static final int LONGEST_REPEAT = 4;

  private static final Set<String> PRONOUNS = Phrases.english().group("false-start-pronouns");

  private FalseStarts() {}

  /** "i , i just feel", "did you did you feel": the first is a false start. */
  static List<Token> removed(List<Token> words) {
    List<Token> kept = withoutHalfPronouns(words);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < kept.size() && !changed; i++) {
        for (int n = LONGEST_REPEAT; n >= 1 && !changed; n--) {
          int second = i + n;
          if (second < kept.size() && kept.get(second).is(",")) {
            second++;
          }
          if (second + n <= kept.size() && same(kept, i, second, n)) {
            kept.subList(i, second).clear();
            changed = true;
          }
        }
      }
    }
    return kept;
  }

  private static boolean same(List<Token> tokens, int first, int second, int n) {
    for (int k = 0; k < n; k++) {
      Token a = tokens.get(first + k);
      if (!a.isWord() || a.type() == Token.Type.NUMBER || !a.is(tokens.get(second + k).text())) {
        return false;
      }
    }
    return true;
  }

  /** "it it's", "i , i'm". */
  private static List<Token> withoutHalfPronouns(List<Token> words) {
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      int next = i + 1 < words.size() && words.get(i + 1).is(",") ? i + 2 : i + 1;
      if (PRONOUNS.contains(word)
          && next < words.size()
          && words.get(next).text().startsWith(word + "'")) {
        i = next - 1;
      } else {
        kept.add(words.get(i));
      }
    }
    return kept;
  }
}
