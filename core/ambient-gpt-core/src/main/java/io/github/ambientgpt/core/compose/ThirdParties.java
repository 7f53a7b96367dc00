package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps in mind whom else a patient speaks of, so that "he has the flu", said of a son, is not read
 * as said of the patient. For one thread.
 */
final class ThirdParties {
  private final Phrases phrases = Phrases.english();
  private List<Token> last = List.of();
  private boolean died;

  /** Somebody else begins to speak. */
  void forget() {
    last = List.of();
    died = false;
  }

  /** "How is your sister?": "she" in the answer is the sister. */
  void asked(List<Token> question) {
    remember(question.stream().map(token -> token.is("your") ? token.as("my") : token).toList());
  }

  /** Whether "he" or "she" goes on with somebody who was named before. */
  boolean goOn(List<Token> tokens) {
    String first = tokens.isEmpty() ? "" : tokens.get(0).text();
    return !last.isEmpty() && (first.equals("he") || first.equals("she")) && fits(first);
  }

  /**
   * The clause with the other person in place of "he" or "she" where it begins so and somebody was
   * named.
   */
  List<Token> named(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return tokens;
    }
    if (isWhatTheyDiedOf(tokens)) {
      List<Token> told = new ArrayList<>(last);
      told.add(tokens.get(1).as("had"));
      told.addAll(tokens.subList(2, tokens.size()));
      return told;
    }
    died = phrases.within("died", tokens);
    String first = tokens.get(0).text();
    int apostrophe = first.indexOf('\'');
    String pronoun = apostrophe < 0 ? first : first.substring(0, apostrophe);
    if (!last.isEmpty() && (pronoun.equals("he") || pronoun.equals("she")) && fits(pronoun)) {
      List<Token> told = new ArrayList<>(last);
      if (apostrophe >= 0) {
        told.add(tokens.get(0).as(first.endsWith("'s") ? has(tokens) ? "has" : "is" : "would"));
      }
      told.addAll(tokens.subList(1, tokens.size()));
      return told;
    }
    remember(tokens);
    return tokens;
  }

  /** "My brother died at 45." "It was a heart attack": not the patient's own. */
  private boolean isWhatTheyDiedOf(List<Token> tokens) {
    return died
        && !last.isEmpty()
        && tokens.size() > 2
        && (tokens.get(0).is("it") || tokens.get(0).is("that"))
        && tokens.get(1).is("was")
        && Clinical.of(tokens.subList(2, tokens.size())).names(ConceptKind.CONDITION);
  }

  private boolean fits(String pronoun) {
    String person = last.get(last.size() - 1).text();
    return !phrases.has(pronoun.equals("he") ? "kinswoman" : "kinsman", person);
  }

  private boolean has(List<Token> tokens) {
    return tokens.size() > 1 && phrases.has("after-has", tokens.get(1).text());
  }

  private void remember(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int person =
          Math.max(
              phrases.at("pet", tokens, i),
              Math.max(phrases.at("household", tokens, i), phrases.at("family", tokens, i)));
      if (person > 1 && (tokens.get(i).is("my") || tokens.get(i).is("our"))) {
        last = List.copyOf(tokens.subList(i, i + person));
      }
    }
  }
}
