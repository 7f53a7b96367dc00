package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.text.Phrases;
import io.github.ambientgpt.core.conversation.Clause;
import io.github.ambientgpt.core.conversation.Turn;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.transcript.Role;
import java.util.List;
import java.util.Set;

/** How the patient of a visit is spoken of. */
record Pronouns(String subject, String object, String possessive, String reflexive) {
  static final Pronouns HE = new Pronouns("he", "him", "his", "himself");
  static final Pronouns SHE = new Pronouns("she", "her", "her", "herself");

  /** The visit does not say; then the patient is "the patient". */
  static final Pronouns UNSAID = new Pronouns("the patient", "the patient", "their", "themselves");

  private static final Set<String> MALE = Phrases.english().group("male");
  private static final Set<String> FEMALE = Phrases.english().group("female");

  /** The sentence with the pronoun for "the patient" where it begins so, if there is one. */
  String instead(String sentence) {
    boolean named = sentence.startsWith("The patient ");
    return named && !equals(UNSAID)
        ? Prose.capitalized(subject) + sentence.substring("The patient".length())
        : sentence;
  }

  /** From what the clinician calls the patient: "a 58 year old male", "Ms. …", "sir". */
  static Pronouns of(List<Turn> turns) {
    int male = 0;
    int female = 0;
    for (Turn turn : turns) {
      if (turn.role() == Role.PATIENT) {
        continue;
      }
      for (Clause clause : turn.clauses()) {
        boolean described = clause.tokens().stream().anyMatch(t -> t.text().endsWith("old"));
        for (Token token : clause.tokens()) {
          int weight = described ? 5 : 1;
          male +=
              MALE.contains(token.text()) || described && Set.of("he", "his").contains(token.text())
                  ? weight
                  : 0;
          female +=
              FEMALE.contains(token.text())
                      || described && Set.of("she", "her").contains(token.text())
                  ? weight
                  : 0;
        }
      }
    }
    if (male == female) {
      return UNSAID;
    }
    return male > female ? HE : SHE;
  }
}
