package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.text.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
  private static final double CONTRADICTING = 0.95;
  private static final int NEIGHBOURS = 2;

  /** A number belongs to the terms that stand no further from it. */
  private static final int NEAR = 6;

  private static final Map<String, Set<String>> OPPOSITES =
      Map.of(
          "start", Set.of("stop"),
          "continue", Set.of("stop"),
          "stop", Set.of("start", "continue", "increase"),
          "increase", Set.of("decrease", "stop"),
          "decrease", Set.of("increase"));

  private static final Set<Kind> CLINICAL =
      EnumSet.of(Kind.CONDITION, Kind.SYMPTOM, Kind.TEST, Kind.PROCEDURE);

  private final Reader reader = new Reader();
  private final Transcribed said;

  Examiner(Transcribed said) {
    this.said = said;
  }

  Finding examine(Statement statement) {
    Claim claim = new Claim(reader.read(Tokenizer.tokens(statement.text())), said);
    BitSet rest = restsOn(claim, statement.evidence());
    BitSet near = withNeighbours(rest);
    List<Reason> reasons = new ArrayList<>();
    quantities(claim, near, reasons);
    sides(claim, rest, reasons);
    negations(claim, rest, reasons);
    frequencies(claim, near, reasons);
    dates(claim, near, reasons);
    drugs(claim, reasons);
    ratios(claim, reasons);
    persons(claim, rest, near, reasons);
    actions(claim, rest, reasons);
    if (!reasons.isEmpty()) {
      return new Finding(Support.UNSUPPORTED, reasons, passages(rest));
    }
    invented(claim, reasons);
    double share = claim.share(rest);
    if (rest.isEmpty() || share < UNCERTAIN) {
      reasons.add(new Reason(Reason.Kind.WORDING, "Nothing like this was said in the visit."));
      return new Finding(Support.UNSUPPORTED, reasons, passages(rest));
    }
    if (share < SUPPORTED) {
      reasons.add(new Reason(Reason.Kind.WORDING, "Only some of these words were said together."));
    }
    Support support = reasons.isEmpty() ? Support.SUPPORTED : Support.UNCERTAIN;
    return new Finding(support, reasons, passages(rest));
  }

  private List<Passage> passages(BitSet numbers) {
    return numbers.stream().mapToObj(said::passage).toList();
  }

  // -- where it was said

  /** Takes the passage that names the most of what is not yet accounted for, again and again. */
  private BitSet restsOn(Claim claim, List<Evidence> hints) {
    BitSet chosen = new BitSet();
    BitSet missing = claim.all();
    while (chosen.cardinality() < MOST_PASSAGES && !missing.isEmpty()) {
      int best = -1;
      double most = 0;
      for (int i = 0; i < said.size(); i++) {
        double gain = claim.weightIn(i, missing);
        if (gain > 0 && hinted(said.passage(i), hints)) {
          gain *= HINTED;
        }
        if (gain > most && contradicts(i, claim, missing)) {
          gain *= CONTRADICTING;
        }
        if (gain > most * 1.0001) {
          best = i;
          most = gain;
        }
      }
      if (best < 0 || !chosen.isEmpty() && most < WORTH_ADDING * claim.weight()) {
        break;
      }
      chosen.set(best);
      missing.andNot(claim.namedIn(best));
    }
    return chosen;
  }

  private boolean contradicts(int passage, Claim claim, BitSet terms) {
    return terms.stream()
        .mapToObj(claim::term)
        .anyMatch(
            term -> {
              Term found = said.mention(passage, term);
              return found != null && found.polarity().contradicts(term.polarity());
            });
  }

  private static boolean hinted(Passage passage, List<Evidence> hints) {
    for (Evidence hint : hints) {
      for (Evidence place : passage.evidence()) {
        if (hint.utterance().equals(place.utterance())
            && hint.begin() < place.end()
            && place.begin() < hint.end()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Speech spreads one thought over several clauses. */
  private BitSet withNeighbours(BitSet passages) {
    BitSet near = new BitSet();
    passages.stream()
        .forEach(
            i -> near.set(Math.max(0, i - NEIGHBOURS), Math.min(said.size(), i + NEIGHBOURS + 1)));
    return near;
  }

  // -- what must agree

  private void quantities(Claim claim, BitSet near, List<Reason> reasons) {
    for (Reading.Counted counted : claim.reading().quantities()) {
      BitSet places = (BitSet) near.clone();
      for (int i = 0; i < claim.size(); i++) {
        Term term = claim.term(i);
        boolean beside = Math.abs(term.position() - counted.position()) <= NEAR;
        if (term.concept().isPresent() && (beside || is(term, Kind.DRUG))) {
          places.or(claim.naming(i));
        }
      }
      disagreement(claim, counted, places).ifPresent(reasons::add);
    }
  }

  private Optional<Reason> disagreement(Claim claim, Reading.Counted counted, BitSet places) {
    Quantity quantity = counted.quantity();
    Optional<Concept> drug =
        quantity.isDose() ? claim.reading().drugAt(counted.position()) : Optional.empty();
    List<Quantity> same = new ArrayList<>();
    boolean otherDrug = false;
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      Reading reading = said.passage(i).reading();
      for (Reading.Counted other : reading.quantities()) {
        if (quantity.sameValue(other.quantity())) {
          Optional<Concept> owner = reading.drugAt(other.position());
          if (drug.isPresent() && owner.isPresent() && !owner.equals(drug)) {
            otherDrug = true;
          } else {
            same.add(other.quantity());
          }
        }
      }
    }
    if (!same.isEmpty()) {
      return same.stream().anyMatch(quantity::sameUnit)
          ? Optional.empty()
          : reason(Reason.Kind.UNIT, "The visit gives %s in another unit.", quantity.written());
    }
    String written =
        quantity.unit().map(u -> quantity.written() + " " + u.symbol()).orElse(quantity.written());
    String message = otherDrug ? "%s was said of another drug." : "%s was not said of this.";
    return reason(quantity.kind(), message, written);
  }

  private static Optional<Reason> reason(Reason.Kind kind, String message, String written) {
    return Optional.of(new Reason(kind, message.formatted(written)));
  }

  private void sides(Claim claim, BitSet rest, List<Reason> reasons) {
    for (Side side : claim.reading().sides()) {
      List<Side> heard =
          rest.stream().boxed().flatMap(i -> said.passage(i).reading().sides().stream()).toList();
      boolean same = heard.stream().anyMatch(s -> s.name().equals(side.name()));
      boolean other = heard.stream().anyMatch(s -> !s.name().equals(side.name()));
      if (same || side.name().equals("both") && !other) {
        continue;
      }
      if (other) {
        reasons.add(new Reason(Reason.Kind.LATERALITY, "The visit speaks of the other side."));
      } else if (!saidElsewhere(side)) {
        reasons.add(new Reason(Reason.Kind.LATERALITY, "The visit names no such side here."));
      }
    }
  }

  private boolean saidElsewhere(Side side) {
    for (int i = 0; i < said.size(); i++) {
      for (Side other : said.passage(i).reading().sides()) {
        if (other.name().equals(side.name()) && other.of().equals(side.of())) {
          return true;
        }
      }
    }
    return false;
  }

  private void negations(Claim claim, BitSet rest, List<Reason> reasons) {
    double agree = 0;
    double contradict = 0;
    Term worst = null;
    for (Term term : claim.reading().terms()) {
      if (is(term, Kind.BODY_PART)) {
        continue;
      }
      boolean fits = false;
      boolean clashes = false;
      for (int i = rest.nextSetBit(0); i >= 0; i = rest.nextSetBit(i + 1)) {
        Term found = said.mention(i, term);
        clashes |= found != null && found.polarity().contradicts(term.polarity());
        fits |= found != null && found.polarity() == term.polarity();
      }
      if (fits) {
        agree += said.weight(term);
      } else if (clashes) {
        contradict += said.weight(term);
        worst = worst == null || term.concept().isPresent() ? term : worst;
      }
    }
    if (worst != null && contradict > agree) {
      String message =
          worst.polarity() == Polarity.NEGATED
              ? "The visit says that there is '%s'."
              : "The visit says that there is no '%s'.";
      reasons.add(new Reason(Reason.Kind.NEGATION, message.formatted(worst.written())));
    }
  }

  private void frequencies(Claim claim, BitSet near, List<Reason> reasons) {
    Set<String> claimed = claim.reading().frequencies();
    if (claimed.isEmpty() || claim.reading().of(Kind.DRUG).findAny().isEmpty()) {
      return;
    }
    Set<String> heard = heard(near, Reading::frequencies);
    if (!heard.isEmpty() && claimed.stream().noneMatch(heard::contains)) {
      reasons.add(new Reason(Reason.Kind.DOSE, "The visit says another frequency."));
    }
  }

  private void dates(Claim claim, BitSet near, List<Reason> reasons) {
    for (String date : claim.reading().dates()) {
      if (near.stream().noneMatch(i -> said.passage(i).reading().dates().contains(date))) {
        reason(Reason.Kind.TIME, "'%s' was not said of this.", date).ifPresent(reasons::add);
      }
    }
  }

  private void drugs(Claim claim, List<Reason> reasons) {
    claim
        .reading()
        .of(Kind.DRUG)
        .filter(drug -> !said.names(drug))
        .forEach(drug -> reasons.add(unheardOf(Reason.Kind.DRUG, drug)));
  }

  /** "80 over 130" where "130 over 80" was said. */
  private void ratios(Claim claim, List<Reason> reasons) {
    for (String ratio : claim.reading().ratios()) {
      String[] numbers = ratio.split("/");
      boolean turned = heard(all(), Reading::ratios).contains(numbers[1] + "/" + numbers[0]);
      if (turned && !heard(all(), Reading::ratios).contains(ratio)) {
        reason(Reason.Kind.NUMBER, "The visit gives %s the other way round.", ratio)
            .ifPresent(reasons::add);
      }
    }
  }

  /** Somebody else's illness is not the patient's, nor the patient's somebody else's. */
  private void persons(Claim claim, BitSet rest, BitSet near, List<Reason> reasons) {
    Set<String> claimed = claim.reading().persons();
    Set<String> heard = heard(near, Reading::persons);
    for (String person : claimed) {
      if (!heard.contains(person)) {
        reason(Reason.Kind.SPEAKER, "This was not said of the %s.", person).ifPresent(reasons::add);
      }
    }
    boolean illness = claim.reading().of(Kind.CONDITION).findAny().isPresent();
    boolean others =
        !rest.isEmpty()
            && rest.stream().noneMatch(i -> said.passage(i).reading().persons().isEmpty());
    if (claimed.isEmpty() && illness && others) {
      reasons.add(
          new Reason(Reason.Kind.SPEAKER, "This was said of somebody else than the patient."));
    }
  }

  private void actions(Claim claim, BitSet rest, List<Reason> reasons) {
    Set<String> claimed = claim.reading().actions();
    if (claim.reading().of(Kind.DRUG).findAny().isEmpty()) {
      return;
    }
    Set<String> heard = heard(rest, Reading::actions);
    for (String action : claimed) {
      if (!heard.contains(action) && !Collections.disjoint(heard, OPPOSITES.get(action))) {
        reasons.add(
            new Reason(Reason.Kind.NEGATION, "The visit says to do something else with it."));
        return;
      }
    }
  }

  private Set<String> heard(BitSet passages, Function<Reading, Set<String>> what) {
    Set<String> heard = new HashSet<>();
    passages.stream().forEach(i -> heard.addAll(what.apply(said.passage(i).reading())));
    return heard;
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, said.size());
    return all;
  }

  private void invented(Claim claim, List<Reason> reasons) {
    claim.reading().terms().stream()
        .filter(term -> term.concept().map(Concept::kind).filter(CLINICAL::contains).isPresent())
        .filter(term -> !said.names(term))
        .forEach(term -> reasons.add(unheardOf(Reason.Kind.INVENTED, term)));
  }

  private static Reason unheardOf(Reason.Kind kind, Term term) {
    return new Reason(kind, "Nobody mentioned '%s' in the visit.".formatted(term.written()));
  }

  private static boolean is(Term term, Kind kind) {
    return term.concept().map(Concept::kind).filter(kind::equals).isPresent();
  }
}
