package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.check.Reading.Counted;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Numbers with their units; a dose with its drug, a value with its test. */
final class QuantityComparison implements Comparison {
  /** A number belongs to the terms that stand no further from it. */
  private static final int NEAR = 6;

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    for (Counted counted : claim.reading().quantities()) {
      if (counted.rhythmic() || isHardlyCounting(counted.quantity())) {
        continue;
      }
      disagreement(claim, grounds, counted, places(claim, grounds, counted)).ifPresent(reasons);
    }
  }

  /** "The other one" and "one had kidney disease" count nothing. */
  private static boolean isHardlyCounting(Quantity quantity) {
    return quantity.written().equals("one") && quantity.unit().isEmpty();
  }

  private static BitSet places(Claim claim, Grounds grounds, Counted counted) {
    BitSet places = (BitSet) grounds.near().clone();
    for (int i = 0; i < claim.size(); i++) {
      Term term = claim.term(i);
      boolean beside = Math.abs(term.position() - counted.position()) <= NEAR;
      if (term.concept().isPresent() && (beside || term.is(ConceptKind.DRUG))) {
        places.or(claim.naming(i));
      }
    }
    return places;
  }

  private static Optional<Reason> disagreement(
      Claim claim, Grounds grounds, Counted counted, BitSet places) {
    Quantity quantity = counted.quantity();
    ConceptKind kind = quantity.isDose() ? ConceptKind.DRUG : ConceptKind.TEST;
    Optional<Concept> owner =
        quantity.isTime() ? Optional.empty() : claim.reading().owner(kind, counted.position());
    List<Quantity> same = new ArrayList<>();
    boolean elsewhere = false;
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      Reading reading = grounds.said().passage(i).reading();
      for (Counted other : reading.quantities()) {
        if (quantity.sameValue(other.quantity()) && isAlike(counted, other, reading)) {
          boolean others = areDifferent(owner, reading.owner(kind, other.position()));
          elsewhere |= others;
          if (!others) {
            same.add(other.quantity());
          }
        }
      }
    }
    String written = quantity.inWords();
    if (same.isEmpty()) {
      String what = kind == ConceptKind.DRUG ? "drug" : "measure";
      return Optional.of(
          new Reason(
              quantity.kind(),
              elsewhere
                  ? "%s was said of another %s.".formatted(written, what)
                  : "%s was not said of this.".formatted(written)));
    }
    if (same.stream().noneMatch(quantity::sameUnit)) {
      return Optional.of(
          new Reason(
              Reason.Kind.UNIT,
              "The visit gives %s in another unit.".formatted(quantity.written())));
    }
    return rival(claim, grounds, quantity)
        .map(
            other ->
                new Reason(
                    quantity.kind(),
                    "The visit gives %s here, not %s.".formatted(other.inWords(), written)));
  }

  /** A dose is no half of a blood pressure, and no bare number where no drug is spoken of. */
  private static boolean isAlike(Counted claimed, Counted heard, Reading reading) {
    if (claimed.quantity().unit().isEmpty() || heard.quantity().unit().isPresent()) {
      return true;
    }
    boolean drug =
        !claimed.quantity().isDose() || reading.of(ConceptKind.DRUG).findAny().isPresent();
    return drug && heard.paired() == claimed.paired();
  }

  /**
   * Another amount of time that was given in the very passage that says the rest, where the claimed
   * one was not.
   */
  private static Optional<Quantity> rival(Claim claim, Grounds grounds, Quantity quantity) {
    long alike =
        claim.reading().quantities().stream()
            .filter(other -> quantity.sameDimension(other.quantity()))
            .count();
    if (!quantity.isTime() || alike != 1) {
      return Optional.empty();
    }
    List<Quantity> here =
        grounds.bestReading().stream()
            .flatMap(reading -> reading.quantities().stream())
            .map(Counted::quantity)
            .filter(quantity::sameDimension)
            .toList();
    return here.stream().anyMatch(quantity::sameValue)
        ? Optional.empty()
        : here.stream().findFirst();
  }

  private static boolean areDifferent(Optional<Concept> claimed, Optional<Concept> heard) {
    return claimed.isPresent()
        && heard.isPresent()
        && !Vocabulary.english().isA(claimed.get(), heard.get())
        && !Vocabulary.english().isA(heard.get(), claimed.get());
  }
}
