package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Certainty;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is only possible is not certain, nor the reverse. */
final class CertaintyComparison implements Comparison {
  private static final Set<ConceptKind> BELIEVED =
      EnumSet.of(ConceptKind.CONDITION, ConceptKind.TEST, ConceptKind.PROCEDURE);

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    possibly(claim, grounds, findings);
    for (Term term : claim.contents().terms()) {
      boolean certain = term.assertion().certainty() == Certainty.CERTAIN;
      if (!certain || term.polarity() == Polarity.OPEN || BELIEVED.stream().noneMatch(term::is)) {
        continue;
      }
      List<Heard> heard = Heard.of(term, grounds.said(), f -> f.polarity() == term.polarity());
      if (!heard.isEmpty()
          && heard.stream().allMatch(h -> h.term().assertion().certainty() == Certainty.POSSIBLE)) {
        if (claim.contents().conditional()) {
          findings.doubted(
              Reason.Kind.CERTAINTY, "The visit is less sure of '%s'.".formatted(term.written()));
        } else {
          findings.contradicted(
              Reason.Kind.CERTAINTY,
              "The visit says of '%s' only that it may be so".formatted(term.written()),
              heard.get(0).passage());
        }
        return;
      }
    }
  }

  /** "Possible" where nobody in that place was in doubt. */
  private static void possibly(Claim claim, Grounds grounds, Findings findings) {
    BitSet places = (BitSet) grounds.near().clone();
    places.or(claim.clinical());
    boolean claimed = claim.contents().isOnlyPossible();
    if (claimed && grounds.first(places, Contents::isUnsure).isEmpty()) {
      findings.doubted(Reason.Kind.CERTAINTY, "Nobody said that it is only possible.");
    }
  }
}
