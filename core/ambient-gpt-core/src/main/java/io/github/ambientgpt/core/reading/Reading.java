package io.github.ambientgpt.core.reading;

import java.util.List;
import java.util.Optional;

/**
 * What was said in a visit, read once. Immutable.
 *
 * @param clauses in the order they were said; each has its index as its number
 * @since 0.1.0
 */
public record Reading(List<Clause> clauses) {
  /** No more clauses stand between a question and its answer. */
  private static final int ANSWERED_WITHIN = 50;

  public Reading {
    clauses = List.copyOf(clauses);
  }

  /** The questions that a clause answers, in their order. */
  public List<Clause> questions(Clause answer) {
    return answer.answers().stream().map(clauses::get).toList();
  }

  /** The clause that answers a question; empty when nobody did. */
  public Optional<Clause> answer(Clause question) {
    return clauses.subList(question.number() + 1, clauses.size()).stream()
        .limit(ANSWERED_WITHIN)
        .filter(clause -> clause.answers().contains(question.number()))
        .findFirst();
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Reading[" + clauses.size() + " clauses]";
  }
}
