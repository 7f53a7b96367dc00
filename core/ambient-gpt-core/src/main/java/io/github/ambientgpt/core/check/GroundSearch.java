package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Evidence;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds the passages that a statement rests on, by the words and concepts they share, rare ones
 * weighing more. Numbers and sides take no part in that, so that a wrong number cannot lead to the
 * wrong place.
 */
final class GroundSearch {
  /** A further passage must bring at least this share of the statement's weight. */
  private static final double WORTH_ADDING = 0.12;

  private static final int MOST_PASSAGES = 5;
  private static final double HINTED = 1.3;
  private static final double CONTRADICTING = 0.95;

  private final Transcribed said;

  GroundSearch(Transcribed said) {
    this.said = said;
  }

  /** Takes the passage that names the most of what is not yet accounted for, again and again. */
  Grounds find(Claim claim, List<Evidence> hints) {
    if (claim.weight() == 0) {
      return withoutWords(claim, hints);
    }
    OptionalInt first = OptionalInt.empty();
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
      first = first.isPresent() ? first : OptionalInt.of(best);
      chosen.set(best);
      missing.andNot(claim.namedIn(best));
    }
    return Grounds.of(said, first, chosen);
  }

  /** "About 3 to 4 times a week": a number alone is found by itself. */
  private Grounds withoutWords(Claim claim, List<Evidence> hints) {
    OptionalInt found = OptionalInt.empty();
    for (int i = 0; i < said.size(); i++) {
      boolean all =
          claim.contents().hasAmounts() && claim.contents().amountsIn(said.passage(i).contents());
      if (all && (found.isEmpty() || hinted(said.passage(i), hints))) {
        found = OptionalInt.of(i);
      }
    }
    BitSet rest = new BitSet();
    found.ifPresent(rest::set);
    return Grounds.of(said, found, rest);
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
}
