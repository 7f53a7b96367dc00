package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Certainty;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Status;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is only possible is not certain, nor the reverse. */
final class CertaintyComparison implements Comparison {
  private static final Set<ConceptKind> BELIEVED =
      EnumSet.of(ConceptKind.CONDITION, ConceptKind.TEST, ConceptKind.PROCEDURE);

  private static final String POSSIBLE = "possible";

  /** So many times as often is something said for sure that is not only possible. */
  private static final int MOSTLY = 2;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    possibly(claim, grounds, findings);
    for (Term term : claim.contents().terms()) {
      boolean certain = term.assertion().certainty() == Certainty.CERTAIN;
      boolean raised = // "discussed surgery", "was offered and declined" claim no more
          term.assertion().status() == Status.DECLINED || claim.contents().isRaising();
      if (!certain
          || raised
          || term.polarity() == Polarity.OPEN
          || BELIEVED.stream().noneMatch(term::is)) {
        continue;
      }
      List<Heard> heard = Heard.of(term, grounds.said(), f -> f.polarity() == term.polarity());
      if (!heard.isEmpty()
          && heard.stream().allMatch(h -> h.term().assertion().certainty() == Certainty.POSSIBLE)) {
        if (claim.contents().conditional()) {
          findings.doubted(
              Reason.Kind.CERTAINTY, "The visit is less sure of '%s'.".formatted(term.written()));
        } else {
          findings.contradicted(
              Reason.Kind.CERTAINTY,
              "The visit says of '%s' only that it may be so".formatted(term.written()),
              heard.get(0).passage());
        }
        return;
      }
    }
  }

  /** "Possible" of what nearly everybody in the visit was sure of, one way or the other. */
  private static void possibly(Claim claim, Grounds grounds, Findings findings) {
    Optional<Slots.Value> hedge =
        claim.contents().slots().stream()
            .filter(v -> v.slot() == Slots.Slot.CERTAINTY && v.value().equals(POSSIBLE))
            .findFirst();
    if (hedge.isEmpty()) {
      return;
    }
    List<Term> possible =
        claim.contents().terms().stream()
            .filter(term -> term.assertion().certainty() == Certainty.POSSIBLE)
            .toList();
    Optional<Term> thing =
        possible.stream()
            .filter(term -> term.concept().isPresent())
            .filter(term -> term.position() > hedge.get().position())
            .findFirst();
    List<Heard> heard =
        thing.map(List::of).orElse(possible).stream()
            .flatMap(
                term -> Heard.of(term, grounds.said(), f -> f.polarity() != Polarity.OPEN).stream())
            .toList();
    long unsure = heard.stream().filter(h -> isUnsure(h, grounds)).count();
    boolean here =
        thing.isEmpty() && grounds.first(grounds.bestAlone(), Contents::isUnsure).isPresent();
    if (!here && (heard.size() - unsure > MOSTLY * unsure || heard.isEmpty())) {
      findings.questioned(Reason.Kind.CERTAINTY, "Nobody said that it is only possible.");
    }
  }

  private static boolean isUnsure(Heard heard, Grounds grounds) {
    Certainty certainty = heard.term().assertion().certainty();
    return certainty == Certainty.POSSIBLE
        || certainty == Certainty.LIKELY && grounds.near().get(heard.passage());
  }
}
