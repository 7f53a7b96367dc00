package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a stretch of text says, in a form that can be compared.
 *
 * @param dates weekdays, months and the like
 * @param pairs two numbers that belong together: one stands over the other, {@code 130/80}, or they
 *     bound a range, {@code 4-6}
 * @param persons of the patient's family and household
 * @param actions what is done with a drug: {@code start}, {@code stop}, {@code increase}, …
 * @param conditional whether something is said to hold only in some case
 */
record Reading(
    List<Term> terms,
    List<Counted> quantities,
    List<Side> sides,
    List<Rhythm> rhythms,
    Set<String> dates,
    Set<String> pairs,
    Set<String> persons,
    Set<String> actions,
    boolean conditional) {
  /**
   * A quantity and where it stands.
   *
   * @param position index of its first token
   */
  record Counted(Quantity quantity, int position) {}

  /**
   * How often something is taken or done.
   *
   * @param name the same for all words that mean the same
   * @param timeOfDay whether the words name a time of day, as "at bedtime" does
   * @param position index of its first token
   */
  record Rhythm(String name, boolean timeOfDay, int position) {}

  Reading {
    terms = List.copyOf(terms);
    quantities = List.copyOf(quantities);
    sides = List.copyOf(sides);
    rhythms = List.copyOf(rhythms);
    dates = Set.copyOf(dates);
    pairs = Set.copyOf(pairs);
    persons = Set.copyOf(persons);
    actions = Set.copyOf(actions);
  }

  Stream<Term> of(Kind kind) {
    return terms.stream().filter(term -> term.is(kind));
  }

  /**
   * The drug that a number belongs to, or the test: the last before it, else the first after.
   *
   * @param position of the number
   */
  Optional<Concept> owner(Kind kind, int position) {
    List<Term> owners = of(kind).toList();
    Optional<Term> before =
        owners.stream().filter(term -> term.position() <= position).reduce((a, b) -> b);
    return before.or(() -> owners.stream().findFirst()).flatMap(Term::concept);
  }

  boolean hasAmounts() {
    return !quantities.isEmpty() || !rhythms.isEmpty();
  }

  /** Whether another text has all numbers and frequencies of this one. */
  boolean amountsIn(Reading other) {
    return quantities.stream()
            .map(Counted::quantity)
            .allMatch(q -> other.quantities.stream().anyMatch(o -> q.agrees(o.quantity())))
        && rhythms.stream()
            .allMatch(r -> other.rhythms.stream().anyMatch(o -> o.name().equals(r.name())));
  }

  Reading with(Polarity polarity) {
    List<Term> same = terms.stream().map(term -> term.with(polarity)).toList();
    return new Reading(
        same, quantities, sides, rhythms, dates, pairs, persons, actions, conditional);
  }

  Reading and(Reading other) {
    return new Reading(
        joined(terms, other.terms),
        joined(quantities, other.quantities),
        joined(sides, other.sides),
        joined(rhythms, other.rhythms),
        union(dates, other.dates),
        union(pairs, other.pairs),
        union(persons, other.persons),
        union(actions, other.actions),
        conditional || other.conditional);
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    Set<String> both = new HashSet<>(first);
    both.addAll(second);
    return both;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
