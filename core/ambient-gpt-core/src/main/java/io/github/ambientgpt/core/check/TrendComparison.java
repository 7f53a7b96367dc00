package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Trend;
import java.util.List;

/** "Better" is not "worse". */
final class TrendComparison implements Comparison {
  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (Term term : claim.contents().terms()) {
      Trend claimed = term.assertion().trend();
      if (claimed == Trend.UNSAID || term.concept().isEmpty()) {
        continue;
      }
      List<Heard> heard =
          Heard.of(term, grounds.said(), f -> f.assertion().trend() != Trend.UNSAID);
      if (!heard.isEmpty()
          && heard.stream().allMatch(h -> h.term().assertion().trend().contradicts(claimed))) {
        findings.contradicted(
            Reason.Kind.TREND,
            "The visit says that '%s' goes another way".formatted(term.written()),
            heard.get(0).passage());
        return;
      }
    }
  }
}
