package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.ArrayList;
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
 */
record Reading(
    List<Term> terms,
    List<Counted> quantities,
    List<Side> sides,
    Set<String> frequencies,
    Set<String> dates) {
  /** A quantity and where it stands. */
  record Counted(Quantity quantity, int position) {}

  Reading {
    terms = List.copyOf(terms);
    quantities = List.copyOf(quantities);
    sides = List.copyOf(sides);
    frequencies = Set.copyOf(frequencies);
    dates = Set.copyOf(dates);
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
    return new Reading(
        terms.stream().map(t -> t.with(polarity)).toList(), quantities, sides, frequencies, dates);
  }

  Reading and(Reading other) {
    return new Reading(
        joined(terms, other.terms),
        joined(quantities, other.quantities),
        joined(sides, other.sides),
        Set.copyOf(joined(List.copyOf(frequencies), List.copyOf(other.frequencies))),
        Set.copyOf(joined(List.copyOf(dates), List.copyOf(other.dates))));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
