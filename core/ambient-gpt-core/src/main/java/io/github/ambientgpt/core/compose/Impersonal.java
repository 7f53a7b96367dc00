package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rids a clinician's sentence of the first persons that are left when its intentions are gone. */
final class Impersonal {
  private static final Map<String, String> OTHERS = Persons.written("clinician");

  private static final Set<String> SUBORDINATE = Phrases.english().group("subordinate");

  /** What is left of a sentence must still say something. */
  private static final int SHORTEST = 5;

  private Impersonal() {}

  static List<Token> of(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (OTHERS.containsKey(tokens.get(i).text())) {
        int cut = i;
        while (cut > 0 && SUBORDINATE.contains(tokens.get(cut - 1).text())) {
          cut--;
        }
        if (cut < i && cut >= SHORTEST) {
          return tokens.subList(0, cut);
        }
      }
    }
    return renamed(tokens);
  }

  /** The same with nothing cut: "I" is the clinician, "we" the clinic. */
  static List<Token> renamed(List<Token> tokens) {
    Conjugation verbs = new Conjugation();
    List<Token> told = new ArrayList<>();
    boolean subject = false;
    for (Token token : tokens) {
      String text = subject ? verbs.thirdPerson(token.text()) : token.text();
      told.addAll(Words.fixed(OTHERS.getOrDefault(text, text), token));
      subject = token.is("i") || token.is("we");
    }
    return told;
  }
}
