package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.reading.Status;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Words that exclude one another: "mild" and "severe", "upper" and "lower", "before" and "after",
 * one specialist and another, one route and another. Such a word belongs to the things beside it.
 * Where the visit says another of the kind beside one of those, and this one nowhere beside any, it
 * says otherwise; a word that must be said and was not is a doubt.
 */
final class SlotComparison implements Comparison {
  /** The share of a statement that the passage names which contradicts it. */
  private static final double MOST = 0.5;

  /** The same where the rival stands beside the very thing. */
  private static final double SOME = 0.3;

  /** "Mild to moderate": both are said. */
  private static final int JOINED = 3;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (Slots.Value claimed : claim.contents().slots()) {
      boolean doubt = claimed.slot() == Slots.Slot.CERTAINTY && !claimed.mustBeSaid();
      boolean loose = claimed.value().equals("severe") && !claimed.mustBeSaid(); // "really"
      boolean off = claimed.value().equals("off"); // speaks against "normal" only
      if (!doubt && !loose && !off && !isJoined(claim, claimed)) {
        compare(claim, grounds, findings, claimed);
      }
    }
  }

  private static void compare(
      Claim claim, Grounds grounds, Findings findings, Slots.Value claimed) {
    List<Term> owners = owners(claim.contents(), claimed);
    OptionalInt beside = beside(grounds, owners, claimed, false);
    if (beside.isPresent() && beside(grounds, owners, claimed, true).isEmpty()) {
      BitSet there = new BitSet();
      there.set(beside.getAsInt());
      if (claim.share(there) >= SOME && grounds.said().passage(beside.getAsInt()).isShort()) {
        findings.contradicted(
            claimed.slot().kind(),
            "The visit does not say '%s' of this".formatted(claimed.written()),
            beside.getAsInt());
        return;
      }
      findings.questioned(
          claimed.slot().kind(),
          "The visit does not say '%s' of this.".formatted(claimed.written()));
      return;
    }
    List<Term> results = results(claim.contents(), claimed);
    if (!results.isEmpty()) {
      if (beside(grounds, results, claimed, true).isEmpty()) {
        findings.questioned(claimed.slot().kind(), "Nobody told such a result.");
      }
      return;
    }
    if (isHeard(grounds, places(claim, grounds, claimed), claimed)) {
      return;
    }
    OptionalInt rival = rival(grounds, claimed);
    if (rival.isPresent() && claim.share(grounds.bestAlone()) < MOST) {
      findings.questioned(
          claimed.slot().kind(),
          "The visit does not say '%s' of this.".formatted(claimed.written()));
    } else if (rival.isPresent()) {
      findings.contradicted(
          claimed.slot().kind(),
          "The visit does not say '%s' of this".formatted(claimed.written()),
          rival.getAsInt());
    } else if (claimed.mustBeSaid()) {
      findings.questioned(
          claimed.slot().kind(), "'%s' was not said of this.".formatted(claimed.written()));
    }
  }

  /**
   * "The MRI of the knee came back normal": the tests whose result it is, which goes without saying
   * nowhere. In "the MRI shows normal alignment" it is the alignment's.
   */
  private static List<Term> results(Contents contents, Slots.Value claimed) {
    boolean ofNext =
        contents.terms().stream().anyMatch(term -> term.position() == claimed.position() + 1);
    return claimed.slot() != Slots.Slot.RESULT || ofNext
        ? List.of()
        : contents
            .of(ConceptKind.TEST)
            .filter(test -> test.assertion().status() == Status.RESULTED)
            .filter(test -> test.position() < claimed.position())
            .toList();
  }

  private static boolean isJoined(Claim claim, Slots.Value claimed) {
    return claimed.slot() != Slots.Slot.VERTEBRA
        && claim.contents().slots().stream()
            .anyMatch(
                other ->
                    claimed.rivals(other)
                        && Math.abs(other.position() - claimed.position()) <= JOINED);
  }

  /** The things beside it, clinical ones before others. */
  private static List<Term> owners(Contents contents, Slots.Value value) {
    List<Term> near =
        contents.terms().stream()
            .filter(term -> contents.areBeside(value, term))
            .filter(term -> term.concept().isPresent())
            .toList();
    List<Term> things = near.stream().filter(term -> !term.is(ConceptKind.BODY_PART)).toList();
    return things.isEmpty() || value.slot().isPlace() ? near : things;
  }

  /** The first passage that says this value of one of the owners, or a rival. */
  private static OptionalInt beside(
      Grounds grounds, List<Term> owners, Slots.Value claimed, boolean same) {
    for (Term owner : owners) {
      BitSet naming = grounds.said().naming(owner);
      OptionalInt found =
          grounds.first(
              naming,
              contents ->
                  (same || contents.slots().stream().noneMatch(claimed::agrees))
                      && contents.terms().stream()
                          .filter(owner::isSameAs)
                          .anyMatch(
                              term ->
                                  contents.slots().stream()
                                      .filter(v -> same ? claimed.agrees(v) : claimed.rivals(v))
                                      .anyMatch(v -> contents.areBeside(v, term))));
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalInt.empty();
  }

  private static BitSet places(Claim claim, Grounds grounds, Slots.Value claimed) {
    if (claimed.slot() == Slots.Slot.CERTAINTY) {
      return grounds.bestAlone();
    }
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
