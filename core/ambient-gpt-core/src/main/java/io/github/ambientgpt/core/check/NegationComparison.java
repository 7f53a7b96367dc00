package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Denied or not. A clinical term that was said only the other way decides by itself; of other words
 * the more telling half does.
 */
final class NegationComparison implements Comparison {
  /** The share of a statement's weight that the very passage it is from names. */
  private static final double VERY = 0.8;

  /** Everyday words decide only when they are enough of what a statement says. */
  private static final double ENOUGH = 0.25;

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    double agree = 0;
    double contradict = 0;
    Term worst = null;
    for (Term term : terms(claim)) {
      if (isTelling(term) && contradictsTheVeryPassage(claim, grounds, term)) {
        reasons.accept(reason(term));
        return;
      }
      boolean fits = has(grounds, grounds.rest(), term, false);
      boolean clashes = has(grounds, grounds.rest(), term, true);
      if (!fits
          && clashes
          && isTelling(term)
          && !has(grounds, grounds.said().naming(term), term, false)) {
        reasons.accept(reason(term));
        return;
      }
      if (fits) {
        agree += grounds.said().weight(term);
      } else if (clashes) {
        contradict += grounds.said().weight(term);
        worst = worst == null || term.concept().isPresent() ? term : worst;
      }
    }
    if (worst != null && contradict > agree && contradict >= ENOUGH * claim.weight()) {
      reasons.accept(reason(worst));
    }
  }

  /** Said the other way in the passage that says nearly all the rest. */
  private static boolean contradictsTheVeryPassage(Claim claim, Grounds grounds, Term term) {
    if (grounds.best().isEmpty()) {
      return false;
    }
    BitSet best = new BitSet();
    best.set(grounds.best().getAsInt());
    return claim.share(best) >= VERY
        && has(grounds, best, term, true)
        && !has(grounds, best, term, false);
  }

  /** A body part is neither there nor not, unless nothing else is spoken of. */
  private static List<Term> terms(Claim claim) {
    List<Term> all = claim.reading().terms();
    List<Term> others = all.stream().filter(term -> !term.is(ConceptKind.BODY_PART)).toList();
    return others.isEmpty() ? all : others;
  }

  private static boolean isTelling(Term term) {
    return term.concept().isPresent() && !term.is(ConceptKind.BODY_PART);
  }

  /** Whether one of the passages says the term the same way, or the other way. */
  private static boolean has(Grounds grounds, BitSet passages, Term term, boolean otherWay) {
    return passages.stream()
        .mapToObj(i -> grounds.said().mention(i, term))
        .anyMatch(
            found ->
                found != null
                    && (otherWay
                        ? found.polarity().contradicts(term.polarity())
                        : found.polarity() == term.polarity()));
  }

  private static Reason reason(Term term) {
    String message =
        term.polarity() == Polarity.NEGATED
            ? "The visit says that there is '%s'."
            : "The visit says that there is no '%s'.";
    return new Reason(Reason.Kind.NEGATION, message.formatted(term.written()));
  }
}
