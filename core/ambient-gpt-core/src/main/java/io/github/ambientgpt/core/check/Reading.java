package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
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
 * @param ofPatient whether the patient is named, as "I" or otherwise
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
    boolean ofPatient,
    Set<String> actions,
    boolean conditional) {
  /** Further apart than any two tokens of one clause. */
  private static final int AFTER = 1000;

  /**
   * A quantity and where it stands.
   *
   * @param position index of its first token
   * @param paired whether it stands over another number or under one, as in "130 over 80"
   * @param rhythmic whether it says how often, as in "every 6 hours"
   */
  record Counted(Quantity quantity, int position, boolean paired, boolean rhythmic) {
    Counted movedBy(int tokens) {
      return new Counted(quantity, position + tokens, paired, rhythmic);
    }
  }

  /**
   * How often something is taken or done.
   *
   * @param name the same for all words that mean the same
   * @param timeOfDay whether the words name a time of day, as "at bedtime" does
   * @param position index of its first token
   */
  record Rhythm(String name, boolean timeOfDay, int position) {
    Rhythm movedBy(int tokens) {
      return new Rhythm(name, timeOfDay, position + tokens);
    }
  }

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

  Stream<Term> of(ConceptKind kind) {
    return terms.stream().filter(term -> term.is(kind));
  }

  /**
   * The drug that a number belongs to, or the test: the last before it, else the first after.
   *
   * @param position of the number
   */
  Optional<Concept> owner(ConceptKind kind, int position) {
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
            .filter(counted -> !counted.rhythmic())
            .map(Counted::quantity)
            .allMatch(q -> other.quantities.stream().anyMatch(o -> q.agrees(o.quantity())))
        && rhythms.stream()
            .allMatch(r -> other.rhythms.stream().anyMatch(o -> o.name().equals(r.name())));
  }

  /**
   * The same with what it asks answered; where a question stands within something longer, only what
   * it asks.
   */
  Reading asked(Polarity answer) {
    boolean within =
        terms.stream().map(Term::polarity).distinct().count() > 1
            && terms.stream().anyMatch(term -> term.polarity() == Polarity.OPEN);
    return withTerms(
        terms.stream()
            .map(term -> within && term.polarity() != Polarity.OPEN ? term : term.with(answer))
            .toList());
  }

  /** What answers a question for others is said of them, unless it says otherwise. */
  Reading answering(Reading question) {
    if (question.persons.isEmpty() || !persons.isEmpty() || ofPatient) {
      return this;
    }
    String person = question.persons.iterator().next();
    return withTerms(terms.stream().map(term -> term.of(person)).toList());
  }

  /** "It's not the right knee": whoever says the left one rests on that, too. */
  boolean isPutRightBy(Reading other) {
    return other.sides.stream()
        .filter(Side::denied)
        .anyMatch(denied -> sides.stream().anyMatch(side -> !side.denied() && side.isOf(denied)));
  }

  boolean namesClinical() {
    return terms.stream().anyMatch(term -> term.concept().isPresent());
  }

  private Reading withTerms(List<Term> others) {
    return new Reading(
        others, quantities, sides, rhythms, dates, pairs, persons, ofPatient, actions, conditional);
  }

  /** "Any nausea or pain?", "No nausea, but some pain": what the answer names, it decides. */
  Reading without(List<Term> others) {
    return withTerms(
        terms.stream().filter(term -> others.stream().noneMatch(term::isSameAs)).toList());
  }

  /** Both texts, one after the other. */
  Reading and(Reading other) {
    return new Reading(
        joined(terms, other.terms.stream().map(term -> term.movedBy(AFTER)).toList()),
        joined(quantities, other.quantities.stream().map(q -> q.movedBy(AFTER)).toList()),
        joined(sides, other.sides),
        joined(rhythms, other.rhythms.stream().map(r -> r.movedBy(AFTER)).toList()),
        union(dates, other.dates),
        union(pairs, other.pairs),
        union(persons, other.persons),
        ofPatient || other.ofPatient,
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
