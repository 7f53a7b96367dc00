package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;

/**
 * What a clinician sees, has at hand or takes for granted and does not say aloud: age and sex, a
 * look at the patient, findings that were normal, consent. Nobody can find it in the words.
 */
final class Unspoken {
  private final Transcribed said;

  Unspoken(Transcribed said) {
    this.said = said;
  }

  /** Whether all of it that was not heard is of this kind. */
  boolean is(Claim claim, String text) {
    boolean usual = Words.within("unspoken", io.github.ambientgpt.core.english.Tokenizer.tokens(text));
    boolean normal = false;
    for (Term term : claim.contents().terms()) {
      boolean heard = said.names(term);
      if (heard) {
        continue;
      }
      boolean finding = term.is(ConceptKind.FINDING) || term.is(ConceptKind.SYMPTOM) || term.is(ConceptKind.CONDITION);
      if (finding && term.polarity() != Polarity.NEGATED && !Words.is("normal-finding", term.written().toLowerCase(java.util.Locale.ROOT))
          || term.is(ConceptKind.DRUG) || term.is(ConceptKind.PROCEDURE)) {
        return false;
      }
      normal |= finding;
    }
    return usual || normal;
  }
}
