package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Certainty;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Status;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Denied or not. All mentions in the visit are looked at: a clinical term that was said only the
 * other way decides by itself; of everyday words the more telling half does.
 */
final class PolarityComparison implements Comparison {
  /** The share of a statement's weight that the very passage it is from names. */
  private static final double VERY = 0.8;

  /** The same for everyday words, which raise no more than a doubt. */
  private static final double MOST = 0.6;

  /** Everyday words decide only when they are enough of what a statement says. */
  private static final double ENOUGH = 0.25;

  /** In a statement of no more terms a word that is denied is what it is about. */
  private static final int FEW = 4;

  private static final Set<ConceptKind> THERE_OR_NOT =
      EnumSet.of(ConceptKind.SYMPTOM, ConceptKind.CONDITION, ConceptKind.FINDING);

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    double agree = 0;
    double contradict = 0;
    Term worst = null;
    for (Term term : terms(claim)) {
      if (term.assertion().certainty() == Certainty.POSSIBLE
          || term.assertion().status() == Status.STOPPED
          || term.assertion().status() == Status.CONDITIONAL
          || term.assertion().status() == Status.DECLINED
          || isStopped(claim, term)) {
        continue;
      }
      BitSet naming = grounds.said().naming(term);
      boolean fits = !with(grounds, naming, term, false).isEmpty();
      BitSet clashing = with(grounds, naming, term, true);
      if (isTelling(term)) {
        if (!clashing.isEmpty() && !fits) {
          BitSet clear = clear(grounds, clashing, term, claim);
          if (clear.isEmpty()) {
            findings.doubted(
                Reason.Kind.NEGATION,
                "The visit speaks otherwise of '%s'.".formatted(term.written()));
          } else {
            contradicted(term, nearest(clear, grounds), findings);
          }
          return;
        }
        if (isTheVeryPassage(claim, grounds)
            && clashing.intersects(grounds.bestAlone())
            && !fitsIn(grounds, grounds.bestAlone(), term)) {
          if (fits || clear(grounds, grounds.bestAlone(), term, claim).isEmpty()) {
            findings.doubted(
                Reason.Kind.NEGATION,
                "The visit speaks otherwise of '%s' here.".formatted(term.written()));
          } else {
            contradicted(term, grounds.best().getAsInt(), findings);
          }
          return;
        }
        if (!fits && term.polarity() == Polarity.AFFIRMED && isOnlyAsked(grounds, naming, term)) {
          findings.doubted(
              Reason.Kind.NEGATION,
              "'%s' was asked about and not clearly answered.".formatted(term.written()));
        }
      }
      if (isDeniedHere(claim, grounds, term, clashing)) {
        findings.doubted(
            Reason.Kind.NEGATION,
            "The visit speaks otherwise of '%s' here.".formatted(term.written()));
        return;
      }
      if (fitsIn(grounds, grounds.rest(), term)) {
        agree += grounds.said().weight(term);
      } else if (clashing.intersects(grounds.rest())) {
        contradict += grounds.said().weight(term);
        worst = worst == null || term.concept().isPresent() ? term : worst;
      }
    }
    if (worst != null
        && claim.share(grounds.bestAlone()) >= MOST
        && contradict > agree
        && contradict >= ENOUGH * claim.weight()) {
      findings.doubted(
          Reason.Kind.NEGATION, "The visit speaks otherwise of '%s'.".formatted(worst.written()));
    }
  }

  /** "Discontinue alcohol" agrees with "avoid alcohol". */
  private static boolean isStopped(Claim claim, Term term) {
    return (term.is(ConceptKind.SUBSTANCE) || term.is(ConceptKind.DRUG))
        && claim.contents().changeNames().anyMatch("stop"::equals);
  }

  /** A body part is neither there nor not, unless nothing else is spoken of. */
  private static List<Term> terms(Claim claim) {
    List<Term> all = claim.contents().terms();
    List<Term> others = all.stream().filter(term -> !term.is(ConceptKind.BODY_PART)).toList();
    return others.isEmpty() ? all : others;
  }

  private static boolean isTelling(Term term) {
    return term.concept().isPresent()
        && !term.is(ConceptKind.BODY_PART)
        && !term.is(ConceptKind.TEST);
  }

  private static boolean isTheVeryPassage(Claim claim, Grounds grounds) {
    return grounds.best().isPresent()
        && grounds.said().passage(grounds.best().getAsInt()).isShort()
        && claim.share(grounds.bestAlone()) >= VERY;
  }

  /** "The anxiety hasn't come back" against "has come back": what it is that is said of it. */
  private static boolean isDeniedHere(Claim claim, Grounds grounds, Term term, BitSet clashing) {
    String first = term.written().toLowerCase(Locale.ROOT).split(" ")[0];
    return term.concept().isEmpty()
        && claim.size() <= FEW
        && Vocabulary.english().verbs().byForm(first).isPresent()
        && clashing.intersects(grounds.bestAlone())
        && isTheVeryPassage(claim, grounds)
        && !fitsIn(grounds, grounds.near(), term);
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
              boolean contrary = found != null && isContrary(found, term);
              return found != null
                  && isOfSamePerson(found, term)
                  && (otherWay
                      ? contrary || found.polarity().contradicts(term.polarity())
                      : !contrary && found.polarity() == term.polarity());
            })
        .forEach(with::set);
    return with;
  }

  /** A dog's cough is not the patient's. */
  private static boolean isOfSamePerson(Term found, Term term) {
    return found.assertion().experiencer().isPatient()
        || !term.assertion().experiencer().isPatient();
  }

  /**
   * "Sleeping" is denied by "not sleeping well", which is a complaint and there; what was offered
   * and declined is as if denied.
   */
  private static boolean isContrary(Term found, Term term) {
    boolean declined = found.assertion().status() == Status.DECLINED;
    if (declined && term.assertion().status() != Status.DECLINED) {
      return term.polarity() == Polarity.AFFIRMED && found.polarity() == Polarity.AFFIRMED;
    }
    return term.concept().isEmpty()
        && found.concept().isPresent()
        && found.polarity() == term.polarity()
        && found.holdsNegator();
  }

  /** Where the very concept is spoken of, for certain, and of the same part of the body. */
  private static BitSet clear(Grounds grounds, BitSet clashing, Term term, Claim claim) {
    if (!claim.contents().named().isEmpty()
        || term.qualified()
        || Words.is("ambiguous", term.written().toLowerCase(Locale.ROOT))
        || THERE_OR_NOT.stream().noneMatch(term::is)) {
      return new BitSet();
    }
    List<Term> parts = claim.contents().of(ConceptKind.BODY_PART).toList();
    BitSet clear = new BitSet();
    clashing.stream()
        .filter(i -> grounds.said().passage(i).isShort())
        .filter(i -> !claim.contents().denying() || isPatients(grounds.said().passage(i)))
        .filter(
            i ->
                grounds.said().mentions(i, term).stream()
                    .anyMatch(
                        found ->
                            found.concept().isPresent()
                                && found.polarity().contradicts(term.polarity())
                                && found.assertion().certainty() != Certainty.POSSIBLE
                                && found.assertion().status() != Status.STOPPED
                                && (term.assertion().status() != Status.HAD
                                    || found.assertion().status() == Status.HAD)))
        .filter(
            i ->
                parts.isEmpty()
                    || parts.stream().anyMatch(part -> grounds.said().naming(part).get(i)))
        .forEach(clear::set);
    return clear;
  }

  /** What the patient denies a clinician's explanation does not contradict. */
  private static boolean isPatients(Passage passage) {
    return passage.role() != Role.CLINICIAN;
  }

  private static boolean isOnlyAsked(Grounds grounds, BitSet naming, Term term) {
    return !naming.isEmpty()
        && naming.stream()
            .allMatch(
                i -> {
                  Term found = grounds.said().mention(i, term);
                  return found != null
                      && found.polarity() == Polarity.OPEN
                      && !grounds.said().passage(i).answers();
                });
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
