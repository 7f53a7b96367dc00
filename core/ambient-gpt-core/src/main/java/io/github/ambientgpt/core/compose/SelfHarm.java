package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.List;

/**
 * Whether thoughts of harming oneself are spoken of. Then a plan, an intent, an attempt are asked
 * for in words that are small talk elsewhere ("So no plan?"), and none of it may be lost. For one
 * thread.
 */
final class SelfHarm {
  /** What the clinician says so many clauses later is of something else. */
  private static final int LASTS = 6;

  private static final Phrases PHRASES = Phrases.english();

  private boolean open;
  private int age;

  /** Somebody says something. */
  void hear(Clause said, boolean clinician) {
    List<Token> tokens = said.tokens();
    if (PHRASES.within("self-harm", tokens)) {
      open = true;
      age = 0;
    } else if (open && clinician && !isOf(tokens)) {
      age++;
      boolean other = Clinical.of(tokens).names(ConceptKind.values());
      open = age <= LASTS && !other;
    }
  }

  boolean isSpokenOf() {
    return open;
  }

  /** Whether it asks for what makes it dangerous: "do you have a plan", "any guns at home". */
  boolean isAskedFor(List<Token> asked) {
    return open && isOf(asked);
  }

  private static boolean isOf(List<Token> tokens) {
    return PHRASES.within("self-harm-risk", tokens);
  }
}
