package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Removes what a speaker began and began again. */
final class FalseStarts {
  private static final int LONGEST_REPEAT = 4;

  /** Twice the longest, and a comma between. */
  private static final int REACH = 2 * LONGEST_REPEAT + 1;

  private static final Set<String> PRONOUNS = Phrases.english().group("false-start-pronouns");

  private FalseStarts() {}

  /**
   * "i , i just feel", "did you did you feel": the first is a false start. What a removal brings
   * together may be one again, so that the search goes back as far as one reaches, and no farther.
   */
  static List<Token> removed(List<Token> words) {
    List<Token> passed = new ArrayList<>();
    Deque<Token> ahead = new ArrayDeque<>(withoutHalfPronouns(words));
    while (!ahead.isEmpty()) {
      int begun = begun(ahead);
      if (begun == 0) {
        passed.add(ahead.removeFirst());
        continue;
      }
      for (int i = 0; i < begun; i++) {
        ahead.removeFirst();
      }
      for (int i = 0; i < REACH && !passed.isEmpty(); i++) {
        ahead.addFirst(passed.remove(passed.size() - 1));
      }
    }
    return passed;
  }

  /** How many of the words ahead are a false start: of several, the longest; 0 for none. */
  private static int begun(Deque<Token> ahead) {
    List<Token> near = ahead.stream().limit(REACH).toList();
    for (int n = LONGEST_REPEAT; n >= 1; n--) {
      int second = n < near.size() && near.get(n).is(",") ? n + 1 : n;
      if (second + n <= near.size() && same(near, second, n)) {
        return second;
      }
    }
    return 0;
  }

  private static boolean same(List<Token> tokens, int second, int n) {
    for (int k = 0; k < n; k++) {
      Token a = tokens.get(k);
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
