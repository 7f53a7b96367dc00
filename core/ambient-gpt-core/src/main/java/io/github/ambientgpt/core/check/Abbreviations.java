package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Abbreviation;
import io.github.ambientgpt.core.vocabulary.Match;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes abbreviations out, so that "SOB" and "shortness of breath" read alike. One of several
 * meanings is written out only where the other text speaks of that meaning.
 */
final class Abbreviations {
  private Abbreviations() {}

  /**
   * @param meant whether the usual meaning of an ambiguous abbreviation is what is meant
   */
  static List<Token> expanded(List<Token> tokens, String source, Predicate<Abbreviation> meant) {
    Written written = new Written(tokens, source);
    List<Token> expanded = new ArrayList<>();
    int next = 0;
    for (Match<Abbreviation> match : Vocabulary.english().abbreviations().find(written.text())) {
      int from = written.tokenAt(match.beginChar());
      int to = written.tokenAt(match.endChar() - 1) + 1;
      if (from < next) {
        continue; // of the token that was just written out: "L4-L5" is one
      }
      if (match.value().ambiguous()
          && !(isWrittenAsOne(tokens, from, written, match) && meant.test(match.value()))) {
        continue;
      }
      expanded.addAll(tokens.subList(next, from));
      for (Token word : Tokenizer.tokens(match.value().expansion())) {
        expanded.add(tokens.get(from).to(tokens.get(to - 1), word.text()));
      }
      next = to;
    }
    expanded.addAll(tokens.subList(next, tokens.size()));
    return expanded;
  }

  /** "L knee", but not "2 L"; "ED", but not "Ed". */
  private static boolean isWrittenAsOne(
      List<Token> tokens, int from, Written written, Match<Abbreviation> match) {
    String letters = written.text().substring(match.beginChar(), match.endChar());
    boolean afterNumber = from > 0 && tokens.get(from - 1).type() == Token.Type.NUMBER;
    boolean beforeNumber =
        match.endChar() < written.text().length()
            && Character.isDigit(written.text().charAt(match.endChar())); // "L5"
    return !afterNumber
        && !beforeNumber
        && (letters.length() > 2 || letters.chars().noneMatch(Character::isLowerCase));
  }
}
