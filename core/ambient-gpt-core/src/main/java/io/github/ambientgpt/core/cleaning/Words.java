package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Small operations on lists of tokens.
 *
 * @since 0.1.0
 */
public final class Words {
  private Words() {}

  /** Tokens for fixed words, at the place of the token they stand beside. */
  public static List<Token> fixed(String words, Token beside) {
    List<Token> tokens = new ArrayList<>();
    for (String word : words.split(" ")) {
      tokens.add(beside.as(word));
    }
    return tokens;
  }

  public static List<Token> joined(List<Token> first, List<Token> second) {
    List<Token> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /** True when the tokens from here on begin with these words. */
  public static boolean startsWith(List<Token> tokens, int from, String... words) {
    if (from + words.length > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(from + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  public static boolean contains(List<Token> tokens, String word) {
    return tokens.stream().anyMatch(token -> token.is(word));
  }
}
