package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Amount;
import io.github.ambientgpt.core.reading.Quantity;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Numbers with their units; a dose with its drug, a value with its test. */
final class QuantityComparison implements Comparison {
  /** A number belongs to the terms that stand no further from it. */
  private static final int NEAR = 6;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (Amount amount : claim.contents().quantities().toList()) {
      if (!amount.is(Amount.Kind.INTERVAL) && !isHardlyCounting(amount)) {
        compare(claim, grounds, amount, findings);
      }
    }
  }

  /** "The other one" and "one had kidney disease" count nothing. */
  private static boolean isHardlyCounting(Amount amount) {
    Quantity quantity = amount.quantity().orElseThrow();
    return quantity.written().equals("one") && quantity.unit().isEmpty();
  }

  private static void compare(Claim claim, Grounds grounds, Amount amount, Findings findings) {
    Quantity quantity = amount.quantity().orElseThrow();
    Optional<Concept> owner = owner(claim.contents(), amount);
    BitSet places = places(claim, grounds, amount);
    Predicate<Other> alike = other -> isAlike(amount, other.amount(), other.contents());
    Predicate<Other> same =
        alike.and(other -> quantity.sameValue(other.amount().quantity().orElseThrow()));
    Predicate<Other> its = other -> !areDifferent(owner, owner(other.contents(), other.amount()));
    String written = quantity.inWords();

    OptionalInt found = where(grounds, places, same.and(its));
    if (found.isEmpty()) {
      unheard(claim, grounds, amount, places, findings, same, its);
      return;
    }
    Predicate<Other> unit = o -> quantity.sameUnit(o.amount().quantity().orElseThrow());
    if (where(grounds, places, same.and(its).and(unit)).isEmpty()) {
      findings.contradicted(
          Reason.Kind.UNIT,
          "The visit gives %s in another unit".formatted(quantity.written()),
          found.getAsInt());
      return;
    }
    rivalTime(claim, grounds, quantity)
        .ifPresent(
            rival ->
                findings.contradicted(
                    quantity.kind(),
                    "The visit gives another time here, not %s".formatted(written),
                    rival));
  }

  /** Another value of the same thing contradicts; otherwise it was just not said. */
  private static void unheard(
      Claim claim,
      Grounds grounds,
      Amount amount,
      BitSet places,
      Findings findings,
      Predicate<Other> same,
      Predicate<Other> its) {
    Quantity quantity = amount.quantity().orElseThrow();
    String written = quantity.inWords();
    boolean owned = owner(claim.contents(), amount).isPresent();
    Predicate<Other> rival =
        other -> {
          Quantity heard = other.amount().quantity().orElseThrow();
          boolean sort =
              quantity.sameDimension(heard)
                  || quantity.unit().isEmpty() && heard.unit().isEmpty()
                  || owned && !quantity.isTime() && !heard.isTime();
          return sort
              && other.amount().kind() == amount.kind()
              && !quantity.sameValue(heard)
              && isAlike(amount, other.amount(), other.contents());
        };
    Predicate<Other> named =
        owned
            ? other -> owner(other.contents(), other.amount()).isPresent() && its.test(other)
            : its;
    BitSet where = owned && !quantity.isTime() ? places : grounds.bestAlone();
    OptionalInt other = where(grounds, where, rival.and(named));
    if (other.isPresent()) {
      findings.contradicted(
          quantity.kind(),
          "The visit gives another value than %s".formatted(written),
          other.getAsInt());
      return;
    }
    OptionalInt elsewhere = where(grounds, places, same);
    findings.doubted(
        quantity.kind(),
        (elsewhere.isPresent() ? "%s was said of something else." : "%s was not said of this.")
            .formatted(written));
  }

  private static Optional<Concept> owner(Contents contents, Amount amount) {
    Quantity quantity = amount.quantity().orElseThrow();
    return quantity.isTime()
        ? Optional.empty()
        : contents.owner(quantity.isDose() ? ConceptKind.DRUG : ConceptKind.TEST, amount.words().from());
  }

  private static BitSet places(Claim claim, Grounds grounds, Amount amount) {
    BitSet places = (BitSet) grounds.near().clone();
    for (int i = 0; i < claim.size(); i++) {
      Term term = claim.term(i);
      boolean beside = Math.abs(term.position() - amount.words().from()) <= NEAR;
      if (term.concept().isPresent() && (beside || term.is(ConceptKind.DRUG))) {
        places.or(claim.naming(i));
      }
    }
    return places;
  }

  private record Other(Amount amount, Contents contents) {}

  private static OptionalInt where(Grounds grounds, BitSet places, Predicate<Other> fits) {
    return grounds.first(
        places,
        contents -> contents.quantities().anyMatch(a -> fits.test(new Other(a, contents))));
  }

  /** A dose is no half of a blood pressure, and no bare number where no drug is spoken of. */
  private static boolean isAlike(Amount claimed, Amount heard, Contents contents) {
    Quantity quantity = claimed.quantity().orElseThrow();
    if (quantity.unit().isEmpty() || heard.quantity().orElseThrow().unit().isPresent()) {
      return true;
    }
    boolean drug = !quantity.isDose() || contents.of(ConceptKind.DRUG).findAny().isPresent();
    return drug && heard.is(Amount.Kind.HALF) == claimed.is(Amount.Kind.HALF);
  }

  /**
   * Another amount of time that was given in the very passage that says the rest, where the claimed
   * one was not.
   */
  private static OptionalInt rivalTime(Claim claim, Grounds grounds, Quantity quantity) {
    long alike =
        claim
            .contents()
            .quantities()
            .filter(other -> quantity.sameDimension(other.quantity().orElseThrow()))
            .count();
    if (!quantity.isTime() || alike != 1) {
      return OptionalInt.empty();
    }
    List<Quantity> here =
        grounds.bestContents().stream()
            .flatMap(Contents::quantities)
            .map(amount -> amount.quantity().orElseThrow())
            .filter(quantity::sameDimension)
            .toList();
    return here.isEmpty() || here.stream().anyMatch(quantity::sameValue)
        ? OptionalInt.empty()
        : grounds.best();
  }

  private static boolean areDifferent(Optional<Concept> claimed, Optional<Concept> heard) {
    return claimed.isPresent()
        && heard.isPresent()
        && !Vocabulary.english().isA(claimed.get(), heard.get())
        && !Vocabulary.english().isA(heard.get(), claimed.get());
  }
}
