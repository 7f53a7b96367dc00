package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Status;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** What is over, supposed, to come, done or declined is not one of the others. */
final class StatusComparison implements Comparison {
  private static final Set<ConceptKind> LASTING =
      EnumSet.of(
          ConceptKind.CONDITION,
          ConceptKind.SYMPTOM,
          ConceptKind.FINDING,
          ConceptKind.DRUG,
          ConceptKind.DRUG_CLASS,
          ConceptKind.SUBSTANCE);
  private static final Set<ConceptKind> DONE_OR_NOT =
      EnumSet.of(ConceptKind.TEST, ConceptKind.PROCEDURE, ConceptKind.DRUG, ConceptKind.DRUG_CLASS);

  /** The share of a statement that makes it one that was only supposed. */
  private static final double SUPPOSED = 0.6;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (Term term : claim.contents().terms()) {
      if (Words.is("examining", term.written().toLowerCase(Locale.ROOT))) {
        continue;
      }
      boolean over = term.assertion().status() == Status.STOPPED; // "no longer"
      if (term.concept().isEmpty() || term.polarity() != Polarity.AFFIRMED && !over) {
        continue;
      }
      if (!over && isRejected(term, grounds, findings)) {
        return;
      }
      List<Heard> heard = Heard.of(term, grounds.said(), f -> f.polarity() == Polarity.AFFIRMED);
      boolean denied =
          over && !Heard.of(term, grounds.said(), f -> f.polarity() == Polarity.NEGATED).isEmpty();
      if (isSupposedHere(claim, term, grounds)) {
        findings.questioned(
            Reason.Kind.STATUS,
            "The visit speaks of '%s' only in case it should be so.".formatted(term.written()));
        return;
      }
      if (!heard.isEmpty() && !denied && compare(claim, term, heard, findings)) {
        return;
      }
    }
    if (isSupposedAltogether(claim, grounds)) {
      findings.questioned(Reason.Kind.STATUS, "The visit says it only in case it should be so.");
    }
  }

  /** Most of what the statement rests on, clinical or not, was said in case it should be so. */
  private static boolean isSupposedAltogether(Claim claim, Grounds grounds) {
    boolean few = claim.size() < 2 || grounds.best().isEmpty();
    if (few
        || claim.contents().conditional()
        || !grounds.said().passage(grounds.best().getAsInt()).isShort()) {
      return false;
    }
    double supposed = 0;
    for (Term term : claim.contents().terms()) {
      List<Term> here =
          grounds.rest().stream()
              .mapToObj(i -> grounds.said().mention(i, term))
              .filter(Objects::nonNull)
              .toList();
      if (!here.isEmpty()) {
        boolean onlySo =
            here.stream().allMatch(found -> found.assertion().status() == Status.CONDITIONAL);
        supposed += onlySo ? grounds.said().weight(term) : 0;
      }
    }
    return supposed > SUPPOSED * claim.weight();
  }

  /** Where the statement rests, its test or treatment is to be done in some case only. */
  private static boolean isSupposedHere(Claim claim, Term term, Grounds grounds) {
    boolean done = DONE_OR_NOT.stream().anyMatch(term::is);
    if (!done
        || claim.contents().conditional()
        || term.assertion().status().isPast()
        || term.assertion().status() == Status.STOPPED) {
      return false;
    }
    List<Term> here =
        grounds.bestContents().stream()
            .flatMap(contents -> contents.terms().stream())
            .filter(term::isSameAs)
            .toList();
    return !here.isEmpty()
        && here.stream().allMatch(t -> t.assertion().status() == Status.CONDITIONAL);
  }

  /** A test or a treatment that is spoken of only to say that it is not done. */
  private static boolean isRejected(Term term, Grounds grounds, Findings findings) {
    boolean done = term.is(ConceptKind.TEST) || term.is(ConceptKind.PROCEDURE);
    List<Heard> all = done ? Heard.of(term, grounds.said(), f -> true) : List.of();
    return !all.isEmpty()
        && all.stream().allMatch(h -> h.term().polarity() == Polarity.NEGATED)
        && found(findings, "The visit says that '%s' is not done", term, all);
  }

  private static boolean compare(Claim claim, Term term, List<Heard> heard, Findings findings) {
    Status status = term.assertion().status();
    boolean lasting = LASTING.stream().anyMatch(term::is);
    if (!lasting && DONE_OR_NOT.stream().noneMatch(term::is)) {
      return false;
    }
    boolean conditional = status == Status.CONDITIONAL || claim.contents().conditional();
    if (!conditional && all(heard, s -> s == Status.CONDITIONAL)) {
      if (lasting && DONE_OR_NOT.stream().noneMatch(term::is)) {
        findings.doubted(
            Reason.Kind.STATUS,
            "The visit speaks of '%s' only in case it should be so.".formatted(term.written()));
        return true;
      }
      return found(findings, "The visit speaks of '%s' only in case it should be so", term, heard);
    }
    if (lasting
        && status == Status.STOPPED
        && !term.is(ConceptKind.DRUG_CLASS)
        && none(heard, StatusComparison::isNoMore)) {
      findings.questioned(
          Reason.Kind.STATUS,
          "The visit does not say that '%s' is over.".formatted(term.written()));
      return true;
    }
    if (lasting && status == Status.HAS && all(heard, s -> s == Status.STOPPED)) {
      return found(findings, "The visit says that '%s' is over", term, heard);
    }
    if (status != Status.DECLINED
        && !claim.contents().isRaising()
        && all(heard, s -> s == Status.DECLINED)) {
      return found(findings, "The visit says that '%s' was declined", term, heard);
    }
    if (DONE_OR_NOT.stream().noneMatch(term::is) || lasting) {
      return false;
    }
    if (status.isPast() && all(heard, s -> s == Status.PLANNED)) {
      return found(findings, "The visit says that '%s' is to come", term, heard);
    }
    if (status.isPast() && none(heard, Status::isPast) && some(heard, Status::isToCome)
        || status.isToCome()
            && none(heard, StatusComparison::isOpen)
            && some(heard, Status::isPast)) {
      findings.questioned(
          Reason.Kind.STATUS,
          "Whether '%s' is done or to come was said otherwise.".formatted(term.written()));
      return true;
    }
    return false;
  }

  private static boolean isNoMore(Status status) {
    return status == Status.STOPPED || status == Status.HAD || status == Status.DECLINED;
  }

  /** It may still come. */
  private static boolean isOpen(Status status) {
    return status.isToCome() || status == Status.CONDITIONAL || status == Status.DECLINED;
  }

  private static boolean all(List<Heard> heard, Predicate<Status> fits) {
    return heard.stream().allMatch(one -> fits.test(one.term().assertion().status()));
  }

  private static boolean none(List<Heard> heard, Predicate<Status> fits) {
    return !some(heard, fits);
  }

  private static boolean some(List<Heard> heard, Predicate<Status> fits) {
    return heard.stream().anyMatch(one -> fits.test(one.term().assertion().status()));
  }

  private static boolean found(Findings findings, String message, Term term, List<Heard> heard) {
    findings.contradicted(
        Reason.Kind.STATUS, message.formatted(term.written()), heard.get(0).passage());
    return true;
  }
}
