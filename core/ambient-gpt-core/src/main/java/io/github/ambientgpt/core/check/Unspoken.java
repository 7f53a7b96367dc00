package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.Locale;

/**
 * What a clinician sees, has at hand or takes for granted and does not say aloud: age and sex, a
 * look at the patient, findings that were normal, consent. Nobody can find it in the words.
 */
final class Unspoken {
  /** A heading that was taken for a statement has no more words. */
  private static final int NAME = 3;

  private final Transcribed said;

  Unspoken(Transcribed said) {
    this.said = said;
  }

  /**
   * Whether all of a statement that was not heard is of this kind.
   *
   * @param heading what it stands under
   */
  boolean is(Claim claim, String text, String heading) {
    boolean usual = Words.within("unspoken", Tokenizer.tokens(text));
    boolean examination = Words.within("examination", Tokenizer.tokens(heading));
    boolean normal = false;
    for (Term term : claim.contents().terms()) {
      boolean way = Words.is("examining", term.written().toLowerCase(Locale.ROOT));
      if (said.names(term) || term.concept().isEmpty() || term.is(ConceptKind.BODY_PART) || way) {
        continue;
      }
      boolean seen = term.is(ConceptKind.FINDING) || examination && term.is(ConceptKind.SYMPTOM);
      boolean fine =
          term.polarity() == Polarity.NEGATED
              || Words.is("normal-finding", term.written().toLowerCase(Locale.ROOT))
              || Words.within(
                  "looks-normal", Tokenizer.tokens(term.concept().orElseThrow().name()));
      if (!(seen && fine)
          && !(examination && Words.is("vital-test", term.concept().orElseThrow().name()))) {
        return false;
      }
      normal = true;
    }
    boolean vitals = Words.within("vitals", Tokenizer.tokens(heading)) && hasNumbers(claim);
    boolean name =
        claim.size() <= NAME
            && !hasNumbers(claim)
            && Words.within("examination", Tokenizer.tokens(text));
    return usual
        || vitals
        || name
        || examination && (normal || Words.within("looks-normal", Tokenizer.tokens(text)));
  }

  private static boolean hasNumbers(Claim claim) {
    return claim.contents().quantities().findAny().isPresent();
  }
}
