package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Side;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Left and right; "both" agrees with each. What the very passage says goes before the others. */
final class SideComparison implements Comparison {
  private static final String BOTH = "both";

  /** The share of a statement that the very passage names which it is from. */
  private static final double VERY = 0.8;

  /** The same for a passage that speaks against both sides by naming one. */
  private static final double SOME = 0.35;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    List<Side> claimed = claim.contents().sides().stream().filter(s -> !s.denied()).toList();
    if (claimed.isEmpty()) {
      return;
    }
    List<Side> heard = grounds.heard(grounds.rest(), c -> c.sides().stream());
    List<Side> anywhere = grounds.heardAnywhere(c -> c.sides().stream());
    if (areTwoOfOne(claimed, grounds)) {
      other(findings, grounds, grounds.bestAlone(), s -> true);
      return;
    }
    for (Side side : claimed) {
      List<Side> denied = anywhere.stream().filter(s -> s.denied() && s.isOf(side)).toList();
      if (!denied.isEmpty()) { // a side was put right: what was said of the wrong one is no more so
        if (denied.stream().anyMatch(s -> s.covers(side))) {
          other(findings, grounds, grounds.everywhere(), s -> s.denied() && s.isOf(side));
        }
        continue;
      }
      List<Side> ofPart =
          anywhere.stream()
              .filter(s -> !s.part().isEmpty() && s.part().equals(side.part()))
              .toList();
      if (side.only() && !ofPart.isEmpty() && ofPart.stream().allMatch(s -> isSame(s, side))) {
        continue;
      }
      if (side.only() && heard.stream().noneMatch(s -> s.only() && isSame(s, side))) {
        rival(findings, grounds, s -> s.part().equals(side.part()) && !isSame(s, side));
        continue;
      }
      if (side.name().equals(BOTH) && !ofPart.isEmpty()) {
        boolean one =
            ofPart.stream().map(Side::name).distinct().count() == 1 && !isSame(ofPart.get(0), side);
        BitSet rivals = one ? passages(claim, grounds, ofPart) : new BitSet();
        if (!rivals.isEmpty()) {
          findings.contradicted(
              Reason.Kind.LATERALITY, "The visit speaks of one side only", rivals.nextSetBit(0));
        }
        if (!rivals.isEmpty() || !one) {
          continue;
        }
      }
      if (!side.name().equals(BOTH)
          && !ofPart.isEmpty()
          && ofPart.stream().noneMatch(s -> s.covers(side))) {
        BitSet rivals = passages(claim, grounds, ofPart);
        if (rivals.isEmpty()) {
          findings.questioned(Reason.Kind.LATERALITY, "The visit speaks of the other side here.");
        } else {
          findings.contradicted(
              Reason.Kind.LATERALITY, "The visit speaks of the other side", rivals.nextSetBit(0));
        }
        continue;
      }
      List<Side> decisive = decisive(side, grounds, heard);
      boolean other = decisive.stream().anyMatch(s -> !s.covers(side));
      if (decisive.stream().anyMatch(s -> s.covers(side))
          || side.name().equals(BOTH) && isBoth(decisive, other)) {
        continue;
      }
      if (other) {
        if (side.name().equals(BOTH)) {
          if (anywhere.stream()
                  .filter(s -> s.isOf(side) || decisive.contains(s))
                  .map(Side::name)
                  .distinct()
                  .count()
              < 2) {
            findings.doubted(Reason.Kind.LATERALITY, "The visit names one side only.");
          }
        } else {
          boolean never = anywhere.stream().noneMatch(s -> s.isOf(side) && s.covers(side));
          boolean certain =
              (never || claim.share(grounds.bestAlone()) >= VERY)
                  && grounds.said().passage(grounds.best().orElse(0)).isShort();
          if (certain) {
            other(findings, grounds, grounds.near(), s -> !s.covers(side) && decisive.contains(s));
          } else {
            findings.questioned(Reason.Kind.LATERALITY, "The visit speaks of the other side here.");
          }
        }
      } else if (anywhere.stream().noneMatch(s -> s.covers(side))) {
        findings.doubted(Reason.Kind.LATERALITY, "The visit names no such side here.");
      }
    }
  }

  /** Those with one of some sides that say enough else of the statement. */
  private static BitSet passages(Claim claim, Grounds grounds, List<Side> sides) {
    BitSet passages = new BitSet();
    grounds.everywhere().stream()
        .filter(
            i -> grounds.said().passage(i).contents().sides().stream().anyMatch(sides::contains))
        .filter(
            i -> {
              BitSet alone = new BitSet();
              alone.set(i);
              return claim.share(alone) >= SOME
                  && claim.contents().terms().stream()
                      .filter(term -> !term.is(ConceptKind.BODY_PART))
                      .anyMatch(term -> grounds.said().naming(term).get(i));
            })
        .forEach(passages::set);
    return passages;
  }

  private static boolean isSame(Side one, Side other) {
    return one.name().equals(other.name());
  }

  /** One side, or both, of the very part of the body that the visit says otherwise of. */
  private static void rival(Findings findings, Grounds grounds, Predicate<Side> fits) {
    OptionalInt rival = grounds.first(grounds.everywhere(), c -> c.sides().stream().anyMatch(fits));
    if (rival.isPresent()) {
      findings.contradicted(
          Reason.Kind.LATERALITY, "The visit speaks of the other side", rival.getAsInt());
    } else {
      findings.questioned(Reason.Kind.LATERALITY, "Nobody said that it is one side only.");
    }
  }

  /** "On the left and on the left" where both were named. */
  private static boolean areTwoOfOne(List<Side> claimed, Grounds grounds) {
    List<Side> best = grounds.bestContents().map(Contents::sides).orElse(List.of());
    return claimed.size() > 1
        && claimed.size() == best.size()
        && claimed.stream().map(Side::name).distinct().count() == 1
        && best.stream().map(Side::name).distinct().count() > 1;
  }

  private static void other(
      Findings findings, Grounds grounds, BitSet places, Predicate<Side> fits) {
    OptionalInt rival = grounds.first(places, c -> c.sides().stream().anyMatch(fits));
    if (rival.isPresent()) {
      findings.contradicted(
          Reason.Kind.LATERALITY, "The visit speaks of the other side", rival.getAsInt());
    } else {
      findings.doubted(Reason.Kind.LATERALITY, "The visit names no such side here.");
    }
  }

  /** Sides in the best passage, else those of the same part of the body, else all. */
  private static List<Side> decisive(Side side, Grounds grounds, List<Side> heard) {
    List<Side> best = grounds.bestContents().map(Contents::sides).orElse(List.of());
    if (!best.isEmpty()) {
      List<Side> bestOfIt = best.stream().filter(other -> other.isOf(side)).toList();
      return bestOfIt.isEmpty() ? best : bestOfIt;
    }
    List<Side> ofIt =
        grounds.heardNear(c -> c.sides().stream()).stream()
            .filter(other -> other.isOf(side))
            .toList();
    return ofIt.isEmpty() ? heard : ofIt;
  }

  /** No side was named, or the left and the right. */
  private static boolean isBoth(List<Side> heard, boolean other) {
    return !other || heard.stream().map(Side::name).distinct().count() > 1;
  }
}
