package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Illnesses, complaints, tests and procedures that nobody named. */
final class InventionComparison implements Comparison {
  private static final Set<Kind> CLINICAL =
      EnumSet.of(Kind.CONDITION, Kind.SYMPTOM, Kind.TEST, Kind.PROCEDURE);

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    claim.reading().terms().stream()
        .filter(term -> CLINICAL.stream().anyMatch(term::is))
        .filter(term -> !grounds.said().names(term))
        .forEach(term -> reasons.accept(DrugComparison.unheardOf(Reason.Kind.INVENTED, term)));
  }
}
