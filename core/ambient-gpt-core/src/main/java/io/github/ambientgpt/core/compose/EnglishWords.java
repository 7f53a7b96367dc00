package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.List;

/** Tells English from other languages by the words that every English sentence has. */
final class EnglishWords {
  /**
   * Of ACI-BENCH's and MTS-Dialog's visits at least 28 % of the words are such, of most half; of
   * German, French, Spanish or Dutch ones hardly 11 %.
   */
  private static final double LEAST = 0.2;

  /** Of fewer words nothing can be told. */
  private static final int FEW = 12;

  private EnglishWords() {}

  static boolean areMost(List<Turn> turns) {
    List<Token> words =
        turns.stream()
            .flatMap(turn -> turn.clauses().stream())
            .flatMap(clause -> clause.tokens().stream())
            .filter(token -> token.type() == Token.Type.WORD)
            .toList();
    long english = words.stream().filter(EnglishWords::isCommon).count();
    return words.size() < FEW || english >= LEAST * words.size();
  }

  private static boolean isCommon(Token word) {
    return StopWords.has(word.text())
        || Vocabulary.english().verbs().byForm(word.text()).isPresent();
  }
}
