package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Amount;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Days and months. */
final class DateComparison implements Comparison {
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "yesterday",
          "tomorrow",
          "tonight");

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    List<String> claimed = claim.contents().amounts(Amount.Kind.DATE).map(Amount::name).toList();
    if (claimed.isEmpty()) {
      return;
    }
    List<String> heard =
        grounds.heardAnywhere(c -> c.amounts(Amount.Kind.DATE)).stream().map(Amount::name).toList();
    for (String date : claimed) {
      if (heard.contains(date)) {
        continue;
      }
      OptionalInt rival =
          grounds.first(
              grounds.bestAlone(),
              contents ->
                  contents
                      .amounts(Amount.Kind.DATE)
                      .anyMatch(other -> areAlike(date, other.name())));
      if (rival.isPresent()) {
        findings.contradicted(
            Reason.Kind.TIME, "'%s' was not said of this".formatted(date), rival.getAsInt());
      } else if (!date.startsWith("next ")) {
        findings.doubted(Reason.Kind.TIME, "'%s' was not said of this.".formatted(date));
      }
    }
  }

  /** Two days, two months, "last week" and "next week". */
  private static boolean areAlike(String date, String other) {
    if (date.contains(" ") || other.contains(" ")) {
      return other.equals(
          date.startsWith("next ")
              ? date.replace("next ", "last ")
              : date.replace("last ", "next "));
    }
    return DAYS.contains(date) == DAYS.contains(other);
  }
}
