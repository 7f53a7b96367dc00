package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Token;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tokens as one text that the vocabulary can read, and the way back from a character to its token.
 * Capitals stay where they mark an abbreviation, and so does a mark within one ({@code b.i.d.}).
 */
final class Written {
  private static final String JOINTS = "./-&";
  private static final Pattern SHOUTED = Pattern.compile("\\p{Lu}{5}");

  private final List<Token> tokens;
  private final String source;
  private final boolean capitalsMean;
  private final String text;
  private final int[] starts;

  /**
   * @param source what the tokens' places point into
   */
  Written(List<Token> tokens, String source) {
    this.tokens = tokens;
    this.source = source;
    this.capitalsMean =
        source.chars().anyMatch(Character::isLowerCase) || !SHOUTED.matcher(source).find();
    this.starts = new int[tokens.size()];
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      written.append(gap(i));
      starts[i] = written.length();
      written.append(isDegree(i) ? "°" : "");
      written.append(token(tokens.get(i)));
    }
    this.text = written.toString();
  }

  String text() {
    return text;
  }

  /** What stands between a token and the one before: a joint, nothing, or a blank. */
  String gap(int token) {
    if (token == 0) {
      return "";
    }
    int from = tokens.get(token - 1).end();
    int to = tokens.get(token).begin();
    boolean joint = to - from == 1 && to < source.length() && JOINTS.indexOf(at(from)) >= 0;
    return joint ? source.substring(from, to) : from == to ? "" : " ";
  }

  /** "37 °C", whose sign is no token. */
  private boolean isDegree(int token) {
    int from = token == 0 ? 0 : tokens.get(token - 1).end();
    int to = tokens.get(token).begin();
    return token > 0 && to > from && to <= source.length() && source.charAt(to - 1) == '°';
  }

  private char at(int index) {
    return source.charAt(index);
  }

  private String token(Token token) {
    if (!capitalsMean || token.end() > source.length()) {
      return token.text();
    }
    String original = source.substring(token.begin(), token.end());
    boolean same = original.equalsIgnoreCase(token.text());
    return same && original.chars().noneMatch(Character::isLowerCase) ? original : token.text();
  }

  /** The token that a character belongs to. */
  int tokenAt(int character) {
    int at = Arrays.binarySearch(starts, character);
    return at >= 0 ? at : -at - 2;
  }

  void take(int beginChar, int endChar, boolean[] taken) {
    Arrays.fill(taken, tokenAt(beginChar), tokenAt(endChar - 1) + 1, true);
  }
}
