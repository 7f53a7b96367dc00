package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.text.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Examines one statement against what was said.
 *
 * <p>First it looks for the passages that the statement rests on, by the words and concepts they
 * share, rare ones weighing more; numbers and sides take no part in that, so that a wrong number
 * cannot lead to the wrong place. Then it compares, within those passages, what must agree: numbers
 * with their units, doses with their drugs, sides, negations, dates. What disagrees makes a
 * statement unsupported; too few words in common make it uncertain or unsupported.
 */
final class Examiner {
  private static final double SUPPORTED = 0.55;
  private static final double UNCERTAIN = 0.3;

  /** A further passage must bring at least this share of the statement's weight. */
  private static final double WORTH_ADDING = 0.12;

  private static final int MOST_PASSAGES = 5;
  private static final double HINTED = 1.3;
  private static final int NEIGHBOURS = 2;

  /** A number belongs to the terms that stand no further from it. */
  private static final int NEAR = 6;

  private static final Set<Kind> CLINICAL =
      EnumSet.of(Kind.CONDITION, Kind.SYMPTOM, Kind.TEST, Kind.PROCEDURE);

  private final Reader reader = new Reader();
  private final Transcribed said;

  Examiner(Transcribed said) {
    this.said = said;
  }

  Finding examine(Statement statement) {
    Reading claim = reader.read(Tokenizer.tokens(statement.text()));
    List<Passage> rest = restsOn(claim, statement.evidence());
    List<Reason> reasons = new ArrayList<>();
    List<Passage> near = withNeighbours(rest);
    quantities(claim, rest, near, reasons);
    sides(claim, rest, reasons);
    negations(claim, rest, reasons);
    frequencies(claim, near, reasons);
    dates(claim, near, reasons);
    drugs(claim, reasons);
    if (!reasons.isEmpty()) {
      return new Finding(Support.UNSUPPORTED, reasons, rest);
    }
    invented(claim, reasons);
    double share = share(claim, rest);
    if (rest.isEmpty() || share < UNCERTAIN) {
      reasons.add(new Reason(Reason.Kind.WORDING, "Nothing like this was said in the visit."));
      return new Finding(Support.UNSUPPORTED, reasons, rest);
    }
    if (share < SUPPORTED) {
      reasons.add(new Reason(Reason.Kind.WORDING, "Only some of these words were said together."));
    }
    return new Finding(reasons.isEmpty() ? Support.SUPPORTED : Support.UNCERTAIN, reasons, rest);
  }

  // -- where it was said

  private List<Passage> restsOn(Reading claim, List<Evidence> hints) {
    List<Passage> chosen = new ArrayList<>();
    Set<Term> missing = new LinkedHashSet<>(claim.terms());
    double whole = weight(claim.terms());
    while (chosen.size() < MOST_PASSAGES && !missing.isEmpty()) {
      Passage best = null;
      double most = 0;
      for (Passage passage : said.passages()) {
        double gain =
            weight(named(passage, missing))
                * (hinted(passage, hints) ? HINTED : 1)
                * (polarityFits(passage, missing) ? 1 : 0.95);
        if (gain > most * 1.0001) {
          best = passage;
          most = gain;
        }
      }
      if (best == null || !chosen.isEmpty() && most < WORTH_ADDING * whole) {
        break;
      }
      chosen.add(best);
      missing.removeAll(named(best, missing));
    }
    return chosen;
  }

  private static boolean polarityFits(Passage passage, Collection<Term> terms) {
    return terms.stream()
        .noneMatch(
            term -> {
              Term found = Transcribed.matching(passage, term);
              return found != null && found.polarity().contradicts(term.polarity());
            });
  }

  private static List<Term> named(Passage passage, Collection<Term> terms) {
    return terms.stream().filter(term -> Transcribed.names(passage, term)).toList();
  }

  private double weight(Collection<Term> terms) {
    return terms.stream().mapToDouble(said::weight).sum();
  }

  private double share(Reading claim, List<Passage> passages) {
    double whole = weight(claim.terms());
    if (whole == 0) {
      return claim.quantities().isEmpty() ? 1 : passages.isEmpty() ? 1 : 1;
    }
    List<Term> found =
        claim.terms().stream()
            .filter(term -> passages.stream().anyMatch(p -> Transcribed.names(p, term)))
            .toList();
    return weight(found) / whole;
  }

  private static boolean hinted(Passage passage, List<Evidence> hints) {
    return passage.evidence().stream()
        .anyMatch(
            e ->
                hints.stream()
                    .anyMatch(
                        h ->
                            h.utterance().equals(e.utterance())
                                && h.begin() < e.end()
                                && e.begin() < h.end()));
  }

  /** Speech spreads one thought over several clauses. */
  private List<Passage> withNeighbours(List<Passage> passages) {
    Set<Passage> near = new LinkedHashSet<>(passages);
    List<Passage> all = said.passages();
    for (int i = 0; i < all.size(); i++) {
      if (passages.contains(all.get(i))) {
        near.addAll(
            all.subList(Math.max(0, i - NEIGHBOURS), Math.min(all.size(), i + NEIGHBOURS + 1)));
      }
    }
    return List.copyOf(near);
  }

  // -- what must agree

  private void quantities(
      Reading claim, List<Passage> rest, List<Passage> near, List<Reason> reasons) {
    for (Reading.Counted counted : claim.quantities()) {
      Quantity quantity = counted.quantity();
      Set<Passage> places = new LinkedHashSet<>(near);
      List<Term> beside =
          claim.terms().stream()
              .filter(t -> isDrug(t) || Math.abs(t.position() - counted.position()) <= NEAR)
              .toList();
      for (Passage passage : said.passages()) {
        if (beside.stream()
            .anyMatch(t -> t.concept().isPresent() && Transcribed.names(passage, t))) {
          places.add(passage);
        }
      }
      List<Quantity> same = new ArrayList<>();
      boolean otherDrug = false;
      Optional<Concept> drug =
          quantity.isDose() ? claim.drugAt(counted.position()) : Optional.empty();
      for (Passage place : places) {
        for (Reading.Counted other : place.reading().quantities()) {
          if (!quantity.sameValue(other.quantity())) {
            continue;
          }
          Optional<Concept> owner = place.reading().drugAt(other.position());
          if (drug.isPresent() && owner.isPresent() && !owner.equals(drug)) {
            otherDrug = true;
          } else {
            same.add(other.quantity());
          }
        }
      }
      String written =
          quantity
              .unit()
              .map(u -> quantity.written() + " " + u.symbol())
              .orElse(quantity.written());
      if (same.isEmpty()) {
        Reason.Kind kind =
            quantity.isDose()
                ? Reason.Kind.DOSE
                : quantity.isTime() ? Reason.Kind.TIME : Reason.Kind.NUMBER;
        reasons.add(
            new Reason(
                kind,
                otherDrug
                    ? "%s was said of another drug.".formatted(written)
                    : "%s was not said of this.".formatted(written)));
      } else if (same.stream().noneMatch(quantity::sameUnit)) {
        reasons.add(
            new Reason(
                Reason.Kind.UNIT,
                "The visit gives %s in another unit.".formatted(quantity.written())));
      }
    }
  }

  private static boolean isDrug(Term term) {
    return term.concept().map(Concept::kind).filter(Kind.DRUG::equals).isPresent();
  }

  private static boolean isBodyPart(Term term) {
    return term.concept().map(Concept::kind).filter(Kind.BODY_PART::equals).isPresent();
  }

  private void sides(Reading claim, List<Passage> rest, List<Reason> reasons) {
    for (Side side : claim.sides()) {
      boolean same =
          rest.stream().flatMap(p -> p.reading().sides().stream()).anyMatch(s -> agrees(s, side));
      boolean any =
          rest.stream()
              .flatMap(p -> p.reading().sides().stream())
              .anyMatch(s -> !s.name().equals(side.name()));
      if (same || side.name().equals("both") && !any) {
        continue;
      }
      boolean elsewhere =
          !any
              && said.passages().stream()
                  .flatMap(p -> p.reading().sides().stream())
                  .anyMatch(s -> s.name().equals(side.name()) && s.of().equals(side.of()));
      if (!elsewhere) {
        reasons.add(
            new Reason(
                Reason.Kind.LATERALITY,
                any
                    ? "The visit speaks of the other side."
                    : "The visit names no such side here."));
      }
    }
  }

  /** The same side, and not of another part of the body where both name one. */
  private static boolean agrees(Side said, Side claimed) {
    return said.name().equals(claimed.name());
  }

  private void negations(Reading claim, List<Passage> rest, List<Reason> reasons) {
    double agree = 0;
    double contradict = 0;
    Term worst = null;
    for (Term term : claim.terms()) {
      if (isBodyPart(term)) {
        continue;
      }
      boolean fits = false;
      boolean clashes = false;
      for (Passage passage : rest) {
        Term found = Transcribed.matching(passage, term);
        if (found != null) {
          clashes |= found.polarity().contradicts(term.polarity());
          fits |= found.polarity() == term.polarity();
        }
      }
      if (fits) {
        agree += said.weight(term);
      } else if (clashes) {
        contradict += said.weight(term);
        worst = worst == null || term.concept().isPresent() ? term : worst;
      }
    }
    if (worst != null && contradict > agree) {
      reasons.add(
          new Reason(
              Reason.Kind.NEGATION,
              worst.polarity() == Polarity.NEGATED
                  ? "The visit says that there is '%s'.".formatted(worst.written())
                  : "The visit says that there is no '%s'.".formatted(worst.written())));
    }
  }

  private void frequencies(Reading claim, List<Passage> near, List<Reason> reasons) {
    if (claim.terms().stream().noneMatch(Examiner::isDrug)) {
      return;
    }
    Set<String> heard = new HashSet<>();
    near.forEach(p -> heard.addAll(p.reading().frequencies()));
    if (!heard.isEmpty()
        && !claim.frequencies().isEmpty()
        && claim.frequencies().stream().noneMatch(heard::contains)) {
      reasons.add(new Reason(Reason.Kind.DOSE, "The visit says another frequency."));
    }
  }

  private void dates(Reading claim, List<Passage> near, List<Reason> reasons) {
    Set<String> heard = new HashSet<>();
    near.forEach(p -> heard.addAll(p.reading().dates()));
    for (String date : claim.dates()) {
      if (!heard.contains(date)) {
        reasons.add(new Reason(Reason.Kind.TIME, "'%s' was not said of this.".formatted(date)));
      }
    }
  }

  private void drugs(Reading claim, List<Reason> reasons) {
    claim
        .of(Kind.DRUG)
        .filter(drug -> !said.names(drug))
        .forEach(
            drug ->
                reasons.add(
                    new Reason(
                        Reason.Kind.DRUG,
                        "Nobody mentioned '%s' in the visit.".formatted(drug.written()))));
  }

  private void invented(Reading claim, List<Reason> reasons) {
    claim.terms().stream()
        .filter(term -> term.concept().map(Concept::kind).filter(CLINICAL::contains).isPresent())
        .filter(term -> !said.names(term))
        .forEach(
            term ->
                reasons.add(
                    new Reason(
                        Reason.Kind.INVENTED,
                        "Nobody mentioned '%s' in the visit.".formatted(term.written()))));
  }
}
