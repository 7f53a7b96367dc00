package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import java.util.List;
import java.util.function.Consumer;

/** Left and right; "both" agrees with each. */
final class SideComparison implements Comparison {
  private static final String BOTH = "both";

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    List<Side> heard = grounds.heard(grounds.rest(), Reading::sides);
    List<Side> near = grounds.heardNear(Reading::sides);
    List<Side> anywhere = grounds.heardAnywhere(Reading::sides);
    for (Side side : claim.reading().sides()) {
      boolean saidOfIt = near.stream().anyMatch(other -> other.isOf(side) && other.covers(side));
      boolean otherOfIt = heard.stream().anyMatch(other -> other.isOf(side) && !other.covers(side));
      boolean same = heard.stream().anyMatch(other -> other.covers(side));
      boolean other = heard.stream().anyMatch(s -> !s.covers(side));
      if (saidOfIt || !otherOfIt && same || side.name().equals(BOTH) && isBoth(heard, other)) {
        continue;
      }
      if (other) {
        reasons.accept(new Reason(Reason.Kind.LATERALITY, "The visit speaks of the other side."));
      } else if (anywhere.stream().noneMatch(s -> s.isOf(side) && s.covers(side))) {
        reasons.accept(new Reason(Reason.Kind.LATERALITY, "The visit names no such side here."));
      }
    }
  }

  /** No side was named, or the left and the right. */
  private static boolean isBoth(List<Side> heard, boolean other) {
    return !other || heard.stream().map(Side::name).distinct().count() > 1;
  }
}
