package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Abbreviation;
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
  static Tokens expanded(Tokens tokens, Predicate<Abbreviation> meant) {
    List<Token> expanded = new ArrayList<>();
    int next = 0;
    for (Tokens.Found<Abbreviation> found : tokens.find(Vocabulary.english().abbreviations())) {
      int from = found.words().from();
      int to = found.words().to();
      if (from < next) {
        continue; // of the token that was just written out: "L4-L5" is one
      }
      if (found.value().ambiguous()
          && !(isWrittenAsOne(tokens, found.words(), found.value()) && meant.test(found.value()))) {
        continue;
      }
      expanded.addAll(tokens.list().subList(next, from));
      for (Token word : Tokenizer.tokens(found.value().expansion())) {
        expanded.add(tokens.get(from).to(tokens.get(to - 1), word.text()));
      }
      next = to;
    }
    expanded.addAll(tokens.list().subList(next, tokens.size()));
    return Tokens.of(expanded, tokens.source());
  }

  /** "L knee", but not "2 L"; "ED", but not "Ed"; nor "L5". */
  private static boolean isWrittenAsOne(Tokens tokens, Range words, Abbreviation abbreviation) {
    String letters = tokens.written(words);
    boolean afterNumber =
        words.from() > 0 && tokens.get(words.from() - 1).type() == Token.Type.NUMBER;
    boolean beforeNumber =
        words.to() < tokens.size()
            && tokens.gap(words.to()).isEmpty()
            && Character.isDigit(tokens.word(words.to()).charAt(0));
    boolean whole = // "L4" holds no "L"
        letters.chars().noneMatch(Character::isDigit)
            || abbreviation.letters().chars().anyMatch(Character::isDigit);
    return whole
        && !afterNumber
        && !beforeNumber
        && (letters.length() > 2 || letters.chars().noneMatch(Character::isLowerCase));
  }
}
