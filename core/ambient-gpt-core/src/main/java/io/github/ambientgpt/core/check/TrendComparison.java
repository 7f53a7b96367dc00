package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Trend;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** "Better" is not "worse". */
final class TrendComparison implements Comparison {
  private static final Set<ConceptKind> COURSE =
      EnumSet.of(ConceptKind.SYMPTOM, ConceptKind.CONDITION, ConceptKind.FINDING, ConceptKind.TEST);

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    if (claim.contents().conditional()) {
      return;
    }
    for (Term term : claim.contents().terms()) {
      Trend claimed = term.assertion().trend();
      if (claimed == Trend.UNSAID || COURSE.stream().noneMatch(term::is)) {
        continue;
      }
      List<Heard> heard =
          Heard.of(
              term,
              grounds.said(),
              f -> f.assertion().trend() != Trend.UNSAID && f.polarity() != Polarity.OPEN);
      if (!heard.isEmpty()
          && heard.stream().allMatch(h -> h.term().assertion().trend().contradicts(claimed))) {
        findings.contradicted(
            Reason.Kind.TREND,
            "The visit says that '%s' goes another way".formatted(term.written()),
            heard.get(0).passage());
        return;
      }
    }
    unheard(claim, grounds, findings);
  }

  /** A statement that something gets better or worse, where nobody said so. */
  private static void unheard(Claim claim, Grounds grounds, Findings findings) {
    for (Trend trend : List.of(Trend.BETTER, Trend.WORSE)) {
      boolean claimed = has(claim.contents(), trend);
      if (claimed
          && grounds.first(grounds.near(), contents -> has(contents, trend)).isEmpty()
          && grounds
              .first(claim.clinical(), contents -> hasOfOneOf(claim.contents(), contents, trend))
              .isEmpty()) {
        Trend opposite = trend == Trend.BETTER ? Trend.WORSE : Trend.BETTER;
        OptionalInt rival = grounds.first(grounds.rest(), contents -> has(contents, opposite));
        if (rival.isPresent()) {
          findings.contradicted(
              Reason.Kind.TREND, "The visit says that it goes another way", rival.getAsInt());
        } else {
          findings.doubted(Reason.Kind.TREND, "Nobody said that it goes this way.");
        }
        return;
      }
    }
  }

  /** Something that the statement names goes this way. */
  private static boolean hasOfOneOf(Contents claimed, Contents contents, Trend trend) {
    return contents.terms().stream()
        .filter(term -> term.assertion().trend() == trend && term.concept().isPresent())
        .anyMatch(term -> claimed.names(term));
  }

  private static boolean has(Contents contents, Trend trend) {
    return contents.terms().stream().anyMatch(term -> term.assertion().trend() == trend);
  }
}
