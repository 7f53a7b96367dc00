package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is over, was only supposed, or only asked about, is not so now. */
final class AspectComparison implements Comparison {
  private static final Set<ConceptKind> LASTING =
      EnumSet.of(
          ConceptKind.CONDITION,
          ConceptKind.SYMPTOM,
          ConceptKind.FINDING,
          ConceptKind.DRUG,
          ConceptKind.SUBSTANCE);

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    for (Term term : claim.reading().terms()) {
      if (term.context().aspect() == Aspect.PRESENT && LASTING.stream().anyMatch(term::is)) {
        String message = message(claim, term, grounds.said().mentions(term));
        if (!message.isEmpty()) {
          reasons.accept(new Reason(Reason.Kind.NEGATION, message.formatted(term.written())));
          return;
        }
      }
    }
  }

  private static String message(Claim claim, Term term, List<Term> mentions) {
    if (mentions.isEmpty()) {
      return "";
    }
    if (mentions.stream().allMatch(found -> found.polarity() == Polarity.OPEN)) {
      return "'%s' was asked about and not clearly answered.";
    }
    if (term.polarity() != Polarity.AFFIRMED) {
      return "";
    }
    if (mentions.stream().allMatch(found -> found.context().aspect() == Aspect.ENDED)) {
      return "The visit says that '%s' is over.";
    }
    if (!claim.reading().conditional()
        && mentions.stream().allMatch(found -> found.context().aspect() == Aspect.CONDITIONAL)) {
      return "The visit speaks of '%s' only in case it should be so.";
    }
    return "";
  }
}
