package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Denied or not. All mentions in the visit are looked at: a clinical term that was said only the
 * other way decides by itself; of everyday words the more telling half does.
 */
final class PolarityComparison implements Comparison {
  /** The share of a statement's weight that the very passage it is from names. */
  private static final double VERY = 0.8;

  /** Everyday words decide only when they are enough of what a statement says. */
  private static final double ENOUGH = 0.25;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    double agree = 0;
    double contradict = 0;
    Term worst = null;
    for (Term term : terms(claim)) {
      BitSet naming = grounds.said().naming(term);
      boolean fits = !with(grounds, naming, term, false).isEmpty();
      BitSet clashing = with(grounds, naming, term, true);
      if (isTelling(term)) {
        if (!clashing.isEmpty() && !fits) {
          contradicted(term, nearest(clashing, grounds), findings);
          return;
        }
        if (isTheVeryPassage(claim, grounds)
            && clashing.intersects(grounds.bestAlone())
            && !fitsIn(grounds, grounds.bestAlone(), term)) {
          contradicted(term, grounds.best().getAsInt(), findings);
          return;
        }
        if (!fits && isOnlyAsked(grounds, naming, term)) {
          findings.doubted(
              Reason.Kind.NEGATION,
              "'%s' was asked about and not clearly answered.".formatted(term.written()));
        }
      }
      if (fitsIn(grounds, grounds.rest(), term)) {
        agree += grounds.said().weight(term);
      } else if (clashing.intersects(grounds.rest())) {
        contradict += grounds.said().weight(term);
        worst = worst == null || term.concept().isPresent() ? term : worst;
      }
    }
    if (worst != null && contradict > agree && contradict >= ENOUGH * claim.weight()) {
      BitSet clashing = with(grounds, grounds.rest(), worst, true);
      contradicted(worst, nearest(clashing, grounds), findings);
    }
  }

  /** A body part is neither there nor not, unless nothing else is spoken of. */
  private static List<Term> terms(Claim claim) {
    List<Term> all = claim.contents().terms();
    List<Term> others = all.stream().filter(term -> !term.is(ConceptKind.BODY_PART)).toList();
    return others.isEmpty() ? all : others;
  }

  private static boolean isTelling(Term term) {
    return term.concept().isPresent() && !term.is(ConceptKind.BODY_PART);
  }

  private static boolean isTheVeryPassage(Claim claim, Grounds grounds) {
    return grounds.best().isPresent() && claim.share(grounds.bestAlone()) >= VERY;
  }

  private static boolean fitsIn(Grounds grounds, BitSet passages, Term term) {
    return !with(grounds, passages, term, false).isEmpty();
  }

  /** Those of some passages that say the term the same way, or the other way. */
  private static BitSet with(Grounds grounds, BitSet passages, Term term, boolean otherWay) {
    BitSet with = new BitSet();
    passages.stream()
        .filter(
            i -> {
              Term found = grounds.said().mention(i, term);
              return found != null
                  && (otherWay
                      ? found.polarity().contradicts(term.polarity())
                      : found.polarity() == term.polarity());
            })
        .forEach(with::set);
    return with;
  }

  private static boolean isOnlyAsked(Grounds grounds, BitSet naming, Term term) {
    return !naming.isEmpty()
        && naming.stream()
            .mapToObj(i -> grounds.said().mention(i, term))
            .allMatch(found -> found != null && found.polarity() == Polarity.OPEN);
  }

  private static int nearest(BitSet clashing, Grounds grounds) {
    OptionalInt near = clashing.stream().filter(grounds.near()::get).findFirst();
    return near.orElse(clashing.nextSetBit(0));
  }

  private static void contradicted(Term term, int rival, Findings findings) {
    String message =
        term.polarity() == Polarity.NEGATED
            ? "The visit says that there is '%s'"
            : "The visit says that there is no '%s'";
    findings.contradicted(Reason.Kind.NEGATION, message.formatted(term.written()), rival);
  }
}
