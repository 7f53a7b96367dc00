package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.function.Consumer;

/** Drugs that nobody named. */
final class DrugComparison implements Comparison {
  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    claim
        .reading()
        .of(ConceptKind.DRUG)
        .filter(drug -> !grounds.said().names(drug))
        .forEach(drug -> reasons.accept(unheardOf(Reason.Kind.DRUG, drug)));
  }

  static Reason unheardOf(Reason.Kind kind, Term term) {
    return new Reason(kind, "Nobody mentioned '%s' in the visit.".formatted(term.written()));
  }
}
