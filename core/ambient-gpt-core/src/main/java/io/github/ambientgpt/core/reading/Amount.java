package io.github.ambientgpt.core.reading;

import java.util.Objects;
import java.util.Optional;

/**
 * A number, a frequency, a date or a route that a clause names.
 *
 * @param name the same for all words that mean the same: {@code 130/80}, {@code 4-6}, {@code per
 *     day 2.0}, {@code friday}, {@code PO}; of a quantity its digits
 * @param quantity of a number what it counts; empty for others
 * @param owner what it is an amount of: the drug of a dose, the test of a value; empty when the
 *     clause names none
 * @param words where it stands in its clause
 * @param unitWords where its unit stands; empty when there is none
 * @since 0.1.0
 */
public record Amount(
    Kind kind,
    String name,
    Optional<Quantity> quantity,
    Optional<Mention> owner,
    Range words,
    Optional<Range> unitWords) {
  /** What sort of amount it is. */
  public enum Kind {
    QUANTITY,
    /** How old somebody is. */
    AGE,
    /** A number that stands over another or under one, as both in "130 over 80". */
    HALF,
    /** A number that says how often, as in "every 6 hours". */
    INTERVAL,
    /** Two numbers, one over the other. */
    PAIR,
    /** Two numbers that bound a range. */
    RANGE,
    FREQUENCY,
    /** A frequency that names a time of day, as "at bedtime" does. */
    TIME_OF_DAY,
    DATE,
    ROUTE
  }

  public Amount {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(owner, "owner");
  }

  public boolean is(Kind other) {
    return kind == other;
  }

  Amount of(Optional<Mention> other) {
    return new Amount(kind, name, quantity, other, words, unitWords);
  }

  /** The same further on. */
  public Amount movedBy(int tokens) {
    return new Amount(
        kind,
        name,
        quantity,
        owner,
        words.movedBy(tokens),
        unitWords.map(unit -> unit.movedBy(tokens)));
  }

  /** Without the value: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Amount[" + kind + "]";
  }
}
