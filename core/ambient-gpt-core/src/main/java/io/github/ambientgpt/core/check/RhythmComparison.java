package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.check.Reading.Rhythm;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How often a drug is taken, each with its own drug, or how often something else is done. */
final class RhythmComparison implements Comparison {
  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    boolean drugs = claim.reading().of(ConceptKind.DRUG).findAny().isPresent();
    for (Rhythm rhythm : claim.reading().rhythms()) {
      if (!drugs && rhythm.timeOfDay()) {
        continue;
      }
      Optional<Concept> drug = claim.reading().owner(ConceptKind.DRUG, rhythm.position());
      Set<String> heard = heard(claim, grounds, drug);
      if (!heard.isEmpty() && !heard.contains(rhythm.name())) {
        reasons.accept(new Reason(Reason.Kind.DOSE, "The visit says another frequency."));
        return;
      }
    }
  }

  /**
   * What the very passage says goes before its neighbours and what is said of the drug elsewhere.
   */
  private static Set<String> heard(Claim claim, Grounds grounds, Optional<Concept> drug) {
    BitSet best = new BitSet();
    grounds.best().ifPresent(best::set);
    Set<String> heard = heard(grounds.said(), best, drug);
    if (!heard.isEmpty()) {
      return heard;
    }
    BitSet places = (BitSet) grounds.near().clone();
    for (int i = 0; i < claim.size(); i++) {
      if (drug.isPresent() && drug.equals(claim.term(i).concept())) {
        places.or(claim.naming(i));
      }
    }
    return heard(grounds.said(), places, drug);
  }

  private static Set<String> heard(Transcribed said, BitSet places, Optional<Concept> drug) {
    Set<String> heard = new HashSet<>();
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      for (Rhythm rhythm : said.passage(i).reading().rhythms()) {
        Optional<Concept> taken = said.owner(ConceptKind.DRUG, i, rhythm.position());
        if (drug.isEmpty() || taken.isEmpty() || taken.equals(drug)) {
          heard.add(rhythm.name());
        }
      }
    }
    return heard;
  }
}
