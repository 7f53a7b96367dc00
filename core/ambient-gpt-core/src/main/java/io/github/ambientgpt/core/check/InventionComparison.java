package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Illnesses, complaints, tests and procedures that nobody named. */
final class InventionComparison implements Comparison {
  private static final Set<ConceptKind> CLINICAL =
      EnumSet.of(
          ConceptKind.CONDITION, ConceptKind.SYMPTOM, ConceptKind.TEST, ConceptKind.PROCEDURE);

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    claim.reading().terms().stream()
        .filter(term -> CLINICAL.stream().anyMatch(term::is))
        .filter(term -> !grounds.said().names(term))
        .forEach(term -> reasons.accept(DrugComparison.unheardOf(Reason.Kind.INVENTED, term)));
  }
}
