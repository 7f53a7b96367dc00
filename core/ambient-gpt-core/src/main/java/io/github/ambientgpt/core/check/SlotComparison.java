package io.github.ambientgpt.core.check;

import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Words that exclude one another: "mild" and "severe", "upper" and "lower", "before" and "after",
 * one specialist and another, one route and another.
 */
final class SlotComparison implements Comparison {
  /** The share of a statement that the passage names which contradicts it. */
  private static final double MOST = 0.5;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (Slots.Value claimed : claim.contents().slots()) {
      if (claim.contents().slots().stream().anyMatch(claimed::rivals)
          || isHeard(grounds, places(claim, grounds, claimed), claimed)) {
        continue;
      }
      OptionalInt rival = rival(grounds, claimed);
      if (rival.isPresent() && claim.share(grounds.bestAlone()) < MOST) {
        findings.doubted(
            claimed.slot().kind(),
            "The visit does not say '%s' of this.".formatted(claimed.written()));
      } else if (rival.isPresent()) {
        findings.contradicted(
            claimed.slot().kind(),
            "The visit does not say '%s' of this".formatted(claimed.written()),
            rival.getAsInt());
      } else if (claimed.mustBeSaid()) {
        findings.doubted(
            claimed.slot().kind(), "'%s' was not said of this.".formatted(claimed.written()));
      }
    }
  }

  private static BitSet places(Claim claim, Grounds grounds, Slots.Value claimed) {
    if (claimed.slot().isGlobal()) {
      return grounds.everywhere();
    }
    BitSet places = (BitSet) grounds.near().clone();
    places.or(claim.clinical());
    return places;
  }

  private static boolean isHeard(Grounds grounds, BitSet places, Slots.Value claimed) {
    return grounds
        .first(places, contents -> contents.slots().stream().anyMatch(claimed::agrees))
        .isPresent();
  }

  private static OptionalInt rival(Grounds grounds, Slots.Value claimed) {
    return grounds.first(
        grounds.bestAlone(), contents -> contents.slots().stream().anyMatch(claimed::rivals));
  }
}
