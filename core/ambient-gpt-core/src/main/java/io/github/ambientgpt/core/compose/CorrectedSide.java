package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.List;
import java.util.Optional;

/**
 * "It's not the right knee, it's the left knee": the listener had the wrong side.
 *
 * @param wrong with the part of the body, such as "right knee"
 * @param right the same on the other side
 */
record CorrectedSide(String wrong, String right) {
  private static final Phrases PHRASES = Phrases.english();

  static Optional<CorrectedSide> in(List<Token> tokens) {
    for (int i = 0; i + 3 < tokens.size(); i++) {
      boolean denied = tokens.get(i).is("not") || tokens.get(i).text().endsWith("n't");
      int side = denied && PHRASES.has("determiner", tokens.get(i + 1).text()) ? i + 2 : i + 1;
      if (denied && isSide(tokens.get(side))) {
        for (Token other : tokens.subList(side + 2, tokens.size())) {
          if (isSide(other) && !other.is(tokens.get(side).text())) {
            String part = " " + tokens.get(side + 1).text();
            return Optional.of(
                new CorrectedSide(tokens.get(side).text() + part, other.text() + part));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** "Going down your right leg, you said." "Left leg." */
  static Optional<CorrectedSide> answered(List<Token> before, List<Token> answer) {
    int from = 0;
    while (from < answer.size() && PHRASES.has("before-side", answer.get(from).text())) {
      from++;
    }
    if (answer.size() - from != 2 || !isSide(answer.get(from))) {
      return Optional.empty();
    }
    String part = " " + answer.get(from + 1).text();
    for (int i = 0; i + 1 < before.size(); i++) {
      Token side = before.get(i);
      if (isSide(side)
          && !side.is(answer.get(from).text())
          && before.get(i + 1).is(part.substring(1))) {
        return Optional.of(new CorrectedSide(side.text() + part, answer.get(from).text() + part));
      }
    }
    return Optional.empty();
  }

  private static boolean isSide(Token token) {
    return token.is("left") || token.is("right");
  }

  /** The text with the right side, whatever its case. */
  String applied(String text) {
    return text.replace(wrong, right).replace(Prose.capitalized(wrong), Prose.capitalized(right));
  }
}
