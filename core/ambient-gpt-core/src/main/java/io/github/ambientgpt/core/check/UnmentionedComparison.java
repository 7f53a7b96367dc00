package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.EnumSet;
import java.util.Set;

/** Drugs, illnesses, complaints, tests and procedures that nobody named. */
final class UnmentionedComparison implements Comparison {
  private static final Set<Kind> CLINICAL =
      EnumSet.of(Kind.DRUG, Kind.CONDITION, Kind.SYMPTOM, Kind.TEST, Kind.PROCEDURE);

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    claim.contents().terms().stream()
        .filter(term -> CLINICAL.stream().anyMatch(term::is))
        .filter(term -> !grounds.said().names(term))
        .forEach(
            term ->
                findings.doubted(
                    term.is(Kind.DRUG) ? Reason.Kind.DRUG : Reason.Kind.INVENTED,
                    "Nobody mentioned '%s' in the visit.".formatted(term.written())));
  }
}
