package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.Set;

/** Drugs, illnesses, complaints, tests and procedures that nobody named. */
final class UnmentionedComparison implements Comparison {
  private static final Set<ConceptKind> CLINICAL =
      EnumSet.of(
          ConceptKind.DRUG,
          ConceptKind.CONDITION,
          ConceptKind.SYMPTOM,
          ConceptKind.TEST,
          ConceptKind.PROCEDURE);

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    claim.contents().terms().stream()
        .filter(term -> CLINICAL.stream().anyMatch(term::is))
        .filter(term -> !grounds.said().names(term))
        .forEach(
            term ->
                findings.doubted(
                    term.is(ConceptKind.DRUG) ? Reason.Kind.DRUG : Reason.Kind.INVENTED,
                    "Nobody mentioned '%s' in the visit.".formatted(term.written())));
  }
}
