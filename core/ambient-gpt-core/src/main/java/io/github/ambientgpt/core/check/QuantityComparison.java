package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Amount;
import io.github.ambientgpt.core.reading.Mention;
import io.github.ambientgpt.core.reading.Quantity;
import io.github.ambientgpt.core.reading.WordForms;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Numbers with their units; a dose with its drug, a value with its test. */
final class QuantityComparison implements Comparison {
  /** A number belongs to the terms that stand no further from it. */
  private static final int NEAR = 6;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Set<String> SEX = Set.of(WordForms.stem("male"), WordForms.stem("female"));

  /** A time may be given so many passages from what it is the time of. */
  private static final int AROUND = 6;

  private static final int DISTINCTIVE = 3;

  /** The digits of a grown person's age. */
  private static final int YEARS = 2;

  private static final Set<String> SCALES = Set.of("5", "6", "10");

  /** The share of a statement that the very passage names which it is from. */
  private static final double VERY = 0.7;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (Amount amount : claim.contents().quantities().toList()) {
      if (amount.is(Amount.Kind.AGE)) {
        age(grounds, amount, findings);
      } else if (!amount.is(Amount.Kind.INTERVAL)
          && !isHardlyCounting(claim, amount)
          && !isOfAHeardPair(claim, grounds, amount)) {
        compare(claim, grounds, amount, findings);
      }
    }
  }

  /** "The other one" and "one had kidney disease" count nothing. */
  private static boolean isHardlyCounting(Claim claim, Amount amount) {
    Quantity quantity = amount.quantity().orElseThrow();
    return quantity.unit().isEmpty()
        && (quantity.written().equals("one")
            || YEAR.matcher(amount.name()).matches()
            || isWhole(claim, amount));
  }

  /** "180/95" was said as it stands; one number of it alone proves nothing. */
  private static boolean isOfAHeardPair(Claim claim, Grounds grounds, Amount amount) {
    return claim
        .contents()
        .pairs()
        .filter(pair -> pair.words().covers(amount.words()))
        .anyMatch(
            pair ->
                grounds
                    .first(grounds.everywhere(), contents -> isHeard(pair, amount, contents))
                    .isPresent());
  }

  /** "6 to 8 weeks" is no "6 to 8 days". */
  private static boolean isHeard(Amount pair, Amount part, Contents contents) {
    Quantity quantity = part.quantity().orElseThrow();
    return contents
        .pairs()
        .filter(heard -> heard.name().equals(pair.name()))
        .anyMatch(
            heard ->
                !quantity.isTime()
                    || contents
                        .quantities()
                        .filter(number -> heard.words().covers(number.words()))
                        .anyMatch(number -> quantity.sameUnit(number.quantity().orElseThrow())));
  }

  /** The 10 of "7/10": what is out of how many is compared as a pair. */
  private static boolean isWhole(Claim claim, Amount amount) {
    return SCALES.contains(amount.name())
        && claim.contents().pairs().anyMatch(pair -> pair.name().endsWith("/" + amount.name()));
  }

  /** Somebody's age is as old as the visit says; an age that nobody names is not said aloud. */
  private static void age(Grounds grounds, Amount amount, Findings findings) {
    OptionalInt other = OptionalInt.empty();
    for (int i = 0; i < grounds.said().size(); i++) {
      List<Amount> ages =
          grounds
              .said()
              .passage(i)
              .contents()
              .amounts(Amount.Kind.AGE)
              .filter(age -> areOfOneSort(age, amount))
              .toList();
      if (ages.stream().anyMatch(age -> age.name().equals(amount.name()))) {
        return;
      }
      if (grounds.near().get(i) && isBare(grounds.said().passage(i).contents(), amount)) {
        return;
      }
      if (!ages.isEmpty() && other.isEmpty() && isOfThePatient(grounds.said().passage(i))) {
        other = OptionalInt.of(i);
      }
    }
    if (other.isPresent()) {
      findings.contradicted(
          Reason.Kind.NUMBER,
          "The visit gives another age than %s".formatted(amount.name()),
          other.getAsInt());
    } else {
      findings.doubted(Reason.Kind.NUMBER, "Nobody said an age of %s.".formatted(amount.name()));
    }
  }

  /** "He died when he was sixty". */
  private static boolean isBare(Contents contents, Amount age) {
    return age.name().length() == YEARS
        && contents
            .quantities()
            .filter(other -> other.quantity().orElseThrow().unit().isEmpty())
            .anyMatch(other -> other.name().equals(age.name()));
  }

  private static void compare(Claim claim, Grounds grounds, Amount amount, Findings findings) {
    Quantity quantity = amount.quantity().orElseThrow();
    Optional<Concept> owner = owner(claim.contents(), amount);
    BitSet places = places(claim, grounds, amount);
    Predicate<Other> alike = other -> isAlike(amount, other.amount(), other.contents());
    Predicate<Other> same =
        alike.and(
            other -> {
              Quantity heard = other.amount().quantity().orElseThrow();
              return quantity.sameValue(heard)
                  && (!quantity.isTime() || heard.unit().isEmpty() || heard.isTime());
            });
    Predicate<Other> its =
        other -> !areDifferent(owner, owner(other.contents(), other.amount(), quantity.isDose()));
    String written = quantity.inWords();

    OptionalInt found = where(grounds, places, same.and(its));
    if (found.isEmpty()) {
      unheard(claim, grounds, amount, places, findings, same, its);
      return;
    }
    boolean time = quantity.isTime();
    boolean strict = quantity.isNothingWithoutUnit();
    Predicate<Other> unit =
        o -> {
          Quantity heard = o.amount().quantity().orElseThrow();
          return quantity.sameUnit(heard) && (!strict || heard.unit().isPresent());
        };
    Predicate<Other> counted =
        o -> !strict || o.amount().quantity().orElseThrow().unit().isPresent();
    if (where(grounds, time ? grounds.everywhere() : places, same.and(its).and(unit)).isEmpty()) {
      OptionalInt rival = where(grounds, places, same.and(its).and(counted));
      if (rival.isPresent()) {
        findings.contradicted(
            Reason.Kind.UNIT,
            "The visit gives %s in another unit".formatted(quantity.written()),
            rival.getAsInt());
      } else {
        findings.doubted(Reason.Kind.TIME, "%s was not said of this.".formatted(written));
      }
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
    boolean certain = owned || quantity.isTime() && claim.share(grounds.bestAlone()) >= VERY;
    OptionalInt other = where(grounds, where, rival.and(named));
    if (certain && other.isPresent()) {
      findings.contradicted(
          quantity.kind(),
          "The visit gives another value than %s".formatted(written),
          other.getAsInt());
      return;
    }
    boolean free = // a distinctive value that is nobody else's, or a time that was given somewhere
        (isDistinctive(amount) || quantity.isTime())
            && where(
                    grounds,
                    quantity.isTime() ? grounds.around(AROUND) : grounds.everywhere(),
                    same.and(its).and(o -> isCounted(quantity, o)))
                .isPresent();
    if (free) {
      return;
    }
    OptionalInt elsewhere = where(grounds, places, same);
    findings.doubted(
        quantity.kind(),
        (elsewhere.isPresent() ? "%s was said of something else." : "%s was not said of this.")
            .formatted(written));
  }

  private static boolean isCounted(Quantity quantity, Other other) {
    return !quantity.isTime() || quantity.sameUnit(other.amount().quantity().orElseThrow());
  }

  /** Three digits or a fraction: hardly said twice of different things. */
  private static boolean isDistinctive(Amount amount) {
    return amount.name().length() >= DISTINCTIVE;
  }

  private static Optional<Concept> owner(Contents contents, Amount amount) {
    return owner(contents, amount, amount.quantity().orElseThrow().isDose());
  }

  /**
   * @param dose whether it may be a dose: "twelve on the Lantus" has no unit
   */
  private static Optional<Concept> owner(Contents contents, Amount amount, boolean dose) {
    Quantity quantity = amount.quantity().orElseThrow();
    if (quantity.isTime()) {
      return Optional.empty();
    }
    ConceptKind kind =
        quantity.isDose() || dose && quantity.unit().isEmpty()
            ? ConceptKind.DRUG
            : ConceptKind.TEST;
    return amount
        .owner()
        .filter(owner -> owner.is(kind))
        .map(Mention::concept)
        .or(() -> contents.owner(kind, amount.words().from()));
  }

  private static BitSet places(Claim claim, Grounds grounds, Amount amount) {
    BitSet places = (BitSet) grounds.near().clone();
    for (int i = 0; i < claim.size(); i++) {
      Term term = claim.term(i);
      boolean beside = Math.abs(term.position() - amount.words().from()) <= NEAR;
      if ((term.concept().isPresent() || amount.quantity().orElseThrow().isTime())
          && (beside || term.is(ConceptKind.DRUG))) {
        places.or(claim.naming(i));
      }
    }
    return places;
  }

  private record Other(Amount amount, Contents contents) {}

  private static OptionalInt where(Grounds grounds, BitSet places, Predicate<Other> fits) {
    return grounds.first(
        places, contents -> contents.quantities().anyMatch(a -> fits.test(new Other(a, contents))));
  }

  /** A dose is no half of a blood pressure, and no bare number where no drug is spoken of. */
  private static boolean isAlike(Amount claimed, Amount heard, Contents contents) {
    Quantity quantity = claimed.quantity().orElseThrow();
    if (claimed.is(Amount.Kind.AGE) || heard.is(Amount.Kind.AGE)) {
      boolean years = claimed.name().length() == YEARS && heard.name().length() == YEARS;
      boolean bare = // "died at 60" of "when he was 60 years old"
          quantity.unit().isEmpty() || heard.quantity().orElseThrow().unit().isEmpty();
      return claimed.kind() == heard.kind() || years && bare;
    }
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
    if (!quantity.isTime() || alike != 1 || claim.share(grounds.bestAlone()) < VERY) {
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

  /** "Is a 57-year-old male": others have ages, too. */
  private static boolean isOfThePatient(Passage passage) {
    return passage.contents().terms().stream()
        .flatMap(term -> term.words().stream())
        .anyMatch(word -> SEX.contains(word));
  }

  /** Years are compared with years: a cut may be a week old. */
  private static boolean areOfOneSort(Amount age, Amount other) {
    Quantity one = age.quantity().orElseThrow();
    Quantity two = other.quantity().orElseThrow();
    return one.unit().isEmpty() || two.unit().isEmpty() || one.unit().equals(two.unit());
  }

  private static boolean areDifferent(Optional<Concept> claimed, Optional<Concept> heard) {
    return claimed.isPresent()
        && heard.isPresent()
        && !Vocabulary.english().isA(claimed.get(), heard.get())
        && !Vocabulary.english().isA(heard.get(), claimed.get());
  }
}
