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
 * @param quantities with the index of their first token
 * @param frequencies how often something is taken, by the vocabulary's names
 * @param dates weekdays, months and the like
 * @param ratios two numbers of which one stands over the other, such as {@code 130/80}
 * @param persons of the patient's family and household
 * @param actions what is done with a drug: {@code start}, {@code stop}, {@code increase}, …
 */
record Reading(
    List<Term> terms,
    List<Counted> quantities,
    List<Side> sides,
    Set<String> frequencies,
    Set<String> dates,
    Set<String> ratios,
    Set<String> persons,
    Set<String> actions) {
  /** A quantity and where it stands. */
  record Counted(Quantity quantity, int position) {}

  Reading {
    terms = List.copyOf(terms);
    quantities = List.copyOf(quantities);
    sides = List.copyOf(sides);
    frequencies = Set.copyOf(frequencies);
    dates = Set.copyOf(dates);
    ratios = Set.copyOf(ratios);
    persons = Set.copyOf(persons);
    actions = Set.copyOf(actions);
  }

  Stream<Term> of(Kind kind) {
    return terms.stream()
        .filter(t -> t.concept().map(Concept::kind).filter(kind::equals).isPresent());
  }

  /** The drug that a number at this place belongs to: the last before it, else the first after. */
  Optional<Concept> drugAt(int position) {
    List<Term> drugs = of(Kind.DRUG).toList();
    Optional<Term> before =
        drugs.stream().filter(d -> d.position() <= position).reduce((a, b) -> b);
    return before.or(() -> drugs.stream().findFirst()).flatMap(Term::concept);
  }

  Reading with(Polarity polarity) {
    List<Term> same = terms.stream().map(t -> t.with(polarity)).toList();
    return new Reading(same, quantities, sides, frequencies, dates, ratios, persons, actions);
  }

  Reading and(Reading other) {
    return new Reading(
        joined(terms, other.terms),
        joined(quantities, other.quantities),
        joined(sides, other.sides),
        union(frequencies, other.frequencies),
        union(dates, other.dates),
        union(ratios, other.ratios),
        union(persons, other.persons),
        union(actions, other.actions));
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
