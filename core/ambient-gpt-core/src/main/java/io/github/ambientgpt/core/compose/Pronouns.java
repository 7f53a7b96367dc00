package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import java.util.List;

/** How the patient of a visit is spoken of. */
record Pronouns(String subject, String object, String possessive, String reflexive) {
  static final Pronouns HE = new Pronouns("he", "him", "his", "himself");
  static final Pronouns SHE = new Pronouns("she", "her", "her", "herself");

  private static final Phrases PHRASES = Phrases.english();

  /** How much it counts that somebody is described: "a 58 year old male". */
  private static final int DESCRIBED = 5;

  /** The visit does not say; then the patient, once named, is "they". */
  static final Pronouns UNSAID = new Pronouns("they", "them", "their", "themselves");

  boolean areKnown() {
    return !equals(UNSAID);
  }

  /** The sentence with the pronoun for "the patient" where it begins so, if there is one. */
  String instead(String sentence) {
    boolean named = sentence.startsWith("The patient ");
    return named && areKnown()
        ? Prose.capitalized(subject) + sentence.substring("The patient".length())
        : sentence;
  }

  /**
   * From what the clinician calls the patient ("a 58 year old male", "Ms. …", "sir") and from what
   * only men or only women have. A wrong one is worse than none.
   */
  static Pronouns of(List<Turn> turns, Monitor monitor) {
    int male = 0;
    int female = 0;
    for (Turn turn : turns) {
      for (Clause clause : turn.clauses()) {
        monitor.checkCancelled();
        male += weight(turn, clause, "male", "addressed-male", "male-body");
        female += weight(turn, clause, "female", "addressed-female", "female-body");
      }
    }
    if (male >= 2 * female && male > 0) {
      return HE;
    }
    return female >= 2 * male && female > 0 ? SHE : UNSAID;
  }

  private static int weight(Turn turn, Clause clause, String sex, String addressed, String body) {
    List<Token> tokens = clause.tokens();
    boolean theirs = tokens.stream().anyMatch(t -> t.is("my") || t.is("your") || t.is("you"));
    int weight = theirs && PHRASES.within(body, tokens) ? 1 : 0;
    if (turn.role() == Role.PATIENT) {
      return weight;
    }
    boolean described = tokens.stream().anyMatch(token -> token.text().endsWith("old"));
    weight += described && PHRASES.within(sex, tokens) ? DESCRIBED : 0;
    return weight + (PHRASES.within(addressed, tokens) ? 1 : 0);
  }
}
