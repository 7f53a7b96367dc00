package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Certainty;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is only possible is not certain, nor the reverse. */
final class CertaintyComparison implements Comparison {
  private static final Set<ConceptKind> BELIEVED =
      EnumSet.of(ConceptKind.CONDITION, ConceptKind.SYMPTOM, ConceptKind.FINDING, ConceptKind.TEST, ConceptKind.PROCEDURE);

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (Term term : claim.contents().terms()) {
      Certainty claimed = term.assertion().certainty();
      if (claimed == Certainty.LIKELY || BELIEVED.stream().noneMatch(term::is)) {
        continue;
      }
      List<Heard> heard =
          Heard.of(term, grounds.said(), f -> f.polarity() == term.polarity());
      Certainty other =
          claimed == Certainty.CERTAIN ? Certainty.POSSIBLE : Certainty.CERTAIN;
      if (term.polarity() != Polarity.OPEN
          && !heard.isEmpty()
          && heard.stream().allMatch(h -> h.term().assertion().certainty() == other)) {
        findings.contradicted(
            Reason.Kind.CERTAINTY,
            other == Certainty.POSSIBLE
                ? "The visit says of '%s' only that it may be so".formatted(term.written())
                : "The visit says '%s' for certain".formatted(term.written()),
            heard.get(0).passage());
        return;
      }
    }
  }
}
