package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Amount;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * How often a drug is taken, each with its own drug, or how often something else is done. What the
 * very passage says goes before its neighbours and what is said of the drug elsewhere.
 */
final class FrequencyComparison implements Comparison {
  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    boolean drugs = claim.contents().of(ConceptKind.DRUG).findAny().isPresent();
    for (Amount frequency :
        claim.contents().frequencies().filter(Frequencies::isCounted).toList()) {
      if (!drugs && frequency.is(Amount.Kind.TIME_OF_DAY)) {
        continue;
      }
      Optional<Concept> drug = claim.contents().owner(ConceptKind.DRUG, frequency.words().from());
      List<BitSet> places = List.of(grounds.bestAlone(), places(claim, grounds, drug));
      for (BitSet among : places) {
        BitSet heard = heard(grounds.said(), among, drug, frequency, false);
        if (!heard.isEmpty()) {
          if (heard(grounds.said(), among, drug, frequency, true).isEmpty()) {
            int rival = heard.nextSetBit(0);
            boolean its =
                drug.isPresent()
                    && grounds
                        .said()
                        .passage(rival)
                        .contents()
                        .of(ConceptKind.DRUG)
                        .anyMatch(term -> term.concept().equals(drug));
            if (its) {
              findings.contradicted(Reason.Kind.DOSE, "The visit says another frequency", rival);
            } else {
              findings.doubted(Reason.Kind.DOSE, "The visit says another frequency here.");
            }
            return;
          }
          break;
        }
      }
    }
  }

  private static BitSet places(Claim claim, Grounds grounds, Optional<Concept> drug) {
    BitSet places = (BitSet) grounds.near().clone();
    for (int i = 0; i < claim.size(); i++) {
      if (drug.isPresent() && drug.equals(claim.term(i).concept())) {
        places.or(claim.naming(i));
      }
    }
    return places;
  }

  /** The passages that say how often of this drug, of the same sort, or the very same. */
  private static BitSet heard(
      Transcribed said, BitSet places, Optional<Concept> drug, Amount frequency, boolean same) {
    BitSet heard = new BitSet();
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      int passage = i;
      boolean fits =
          said.passage(i)
              .contents()
              .frequencies()
              .filter(Frequencies::isCounted)
              .filter(other -> other.kind() == frequency.kind())
              .filter(other -> !same || other.name().equals(frequency.name()))
              .anyMatch(
                  other -> {
                    Optional<Concept> taken =
                        said.owner(ConceptKind.DRUG, passage, other.words().from());
                    return taken.isEmpty() || taken.equals(drug);
                  });
      heard.set(i, fits);
    }
    return heard;
  }

  /** "As needed" and "again" count nothing. */
  private static final class Frequencies {
    static boolean isCounted(Amount frequency) {
      return frequency.is(Amount.Kind.TIME_OF_DAY)
          || frequency.name().startsWith("per day")
          || frequency.name().startsWith("q"); // "every 4 to 6 hours"
    }
  }
}
