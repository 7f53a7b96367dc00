package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import java.util.List;
import java.util.function.Consumer;

/** Days and months. */
final class DateComparison implements Comparison {
  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    if (claim.reading().dates().isEmpty()) {
      return;
    }
    List<String> heard = grounds.heardNear(Reading::dates);
    for (String date : claim.reading().dates()) {
      boolean relative = date.contains(" ");
      if (!heard.contains(date) && (!relative || heard.contains(opposite(date)))) {
        reasons.accept(new Reason(Reason.Kind.TIME, "'%s' was not said of this.".formatted(date)));
      }
    }
  }

  private static String opposite(String relative) {
    return relative.startsWith("next ")
        ? relative.replace("next ", "last ")
        : relative.replace("last ", "next ");
  }
}
