package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Somebody else's illness is not the patient's, nor the patient's somebody else's. */
final class PersonComparison implements Comparison {
  private static final Set<ConceptKind> HAD =
      Set.of(ConceptKind.CONDITION, ConceptKind.SYMPTOM, ConceptKind.PROCEDURE, ConceptKind.DRUG);

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    Set<String> claimed = claim.reading().persons();
    Set<String> heard =
        claimed.isEmpty() ? Set.of() : new HashSet<>(grounds.heardNear(Reading::persons));
    for (String person : claimed) {
      boolean family = person.equals("family") && !heard.isEmpty();
      if (!heard.contains(person) && !family) {
        reasons.accept(
            new Reason(Reason.Kind.SPEAKER, "This was not said of the %s.".formatted(person)));
      }
    }
    if (claimed.isEmpty() && isOnlyOthers(claim, grounds)) {
      reasons.accept(
          new Reason(Reason.Kind.SPEAKER, "This was said of somebody else than the patient."));
    }
  }

  /** Something that nobody in the visit says of the patient. */
  private static boolean isOnlyOthers(Claim claim, Grounds grounds) {
    for (Term term : claim.reading().terms()) {
      if (HAD.stream().anyMatch(term::is) && term.polarity() == Polarity.AFFIRMED) {
        List<Term> mentions = grounds.said().mentions(term);
        if (!mentions.isEmpty()
            && mentions.stream().noneMatch(found -> found.context().person().isEmpty())) {
          return true;
        }
      }
    }
    return false;
  }
}
