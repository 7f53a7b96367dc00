package io.github.ambientgpt.core.languagemodel;

/**
 * Tokens of a text when nobody can count them: English has about 4.2 characters a token (cl100k,
 * ACI-BENCH); fewer are assumed, to be safe. Some vocabularies give each digit, and most give each
 * character of another script, a token of its own.
 */
final class TokenEstimate {
  private static final double CHARACTERS_PER_TOKEN = 3.5;

  private TokenEstimate() {}

  static int of(String text) {
    long whole = text.codePoints().filter(c -> c > 0x24F || Character.isDigit(c)).count();
    long others = text.codePoints().count() - whole;
    return Math.toIntExact(whole + (long) Math.ceil(others / CHARACTERS_PER_TOKEN));
  }
}
