package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.text.Phrases;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.vocabulary.Kind;
import io.github.ambientgpt.core.template.Content;
import java.util.ArrayList;
import java.util.List;

/** Says in the third person what a clinician said. */
final class Retelling {
  private final ThirdPerson thirdPerson;

  Retelling(ThirdPerson thirdPerson) {
    this.thirdPerson = thirdPerson;
  }

  /** "I want you to ice it": an order, an opinion or a statement about the patient. */
  String told(List<Token> tokens) {
    return Prose.sentence(thirdPerson.clinician(Impersonal.of(Orders.impersonal(tokens))));
  }

  /** "On your heart exam, you have a murmur": the finding, without whose heart it is. */
  String found(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (Token token : Impersonal.of(Orders.impersonal(tokens))) {
      told.add(token.is("your") ? token.as("the") : token);
    }
    return Prose.sentence(thirdPerson.clinician(told));
  }

  /** What of the history a clause of either speaker belongs to. */
  static Content history(List<Token> tokens, Clinical clinical) {
    Phrases phrases = Phrases.english();
    if (phrases.within("family", tokens)) {
      return Content.FAMILY_HISTORY;
    }
    if (phrases.within("allergy", tokens)) {
      return Content.ALLERGIES;
    }
    if (phrases.within("social", tokens)) {
      return Content.SOCIAL_HISTORY;
    }
    if (clinical.names(Kind.DRUG) && phrases.within("medication", tokens)) {
      return Content.MEDICATIONS;
    }
    if (phrases.within("past", tokens)) {
      return Content.PAST_HISTORY;
    }
    if (phrases.within("mental", tokens)) {
      return Content.MENTAL_HEALTH;
    }
    return Content.HISTORY;
  }
}
