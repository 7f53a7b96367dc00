package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Somebody else's illness is not the patient's, nor the patient's somebody else's. */
final class ExperiencerComparison implements Comparison {
  private static final Set<ConceptKind> HAD =
      EnumSet.of(
          ConceptKind.CONDITION,
          ConceptKind.SYMPTOM,
          ConceptKind.PROCEDURE,
          ConceptKind.DRUG,
          ConceptKind.SUBSTANCE);

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (String person : claim.contents().named()) {
      if (!grounds.said().isSpokenOf(person)) {
        findings.doubted(
            Reason.Kind.SPEAKER, "Nobody spoke of the patient's %s.".formatted(person));
        return;
      }
    }
    Set<String> claimed = claim.contents().persons();
    if (claimed.isEmpty()) {
      ofOthers(claim, grounds, findings);
      return;
    }
    Set<String> heard = new HashSet<>(grounds.heardNear(c -> c.persons().stream()));
    for (String person : claimed) {
      boolean family = person.equals("family") && !heard.isEmpty();
      boolean some = heard.contains("family") || heard.contains("parent");
      if (!heard.contains(person) && !family && !some) {
        BitSet own = ofThePatient(claim, grounds);
        String message = "This was not said of the %s".formatted(person);
        if (own.isEmpty() || claim.contents().named().isEmpty() || person.equals("family")) {
          findings.doubted(Reason.Kind.SPEAKER, message + ".");
        } else {
          findings.contradicted(Reason.Kind.SPEAKER, message, own.nextSetBit(0));
        }
        return;
      }
    }
  }

  /** Where what the statement says of another is said, of the patient or of yet another. */
  private static BitSet ofThePatient(Claim claim, Grounds grounds) {
    BitSet places = new BitSet();
    for (Term term : claim.contents().terms()) {
      if (HAD.stream().anyMatch(term::is)) {
        grounds.said().naming(term).stream()
            .filter(i -> grounds.said().mention(i, term) != null)
            .forEach(places::set);
      }
    }
    return places;
  }

  /** Something that nobody in the visit says of the patient. */
  private static void ofOthers(Claim claim, Grounds grounds, Findings findings) {
    for (Term term : claim.contents().terms()) {
      if (HAD.stream().anyMatch(term::is) && term.polarity() == Polarity.AFFIRMED) {
        BitSet naming = grounds.said().naming(term);
        boolean others =
            !naming.isEmpty()
                && naming.stream()
                    .mapToObj(i -> grounds.said().mention(i, term))
                    .allMatch(
                        found -> found != null && !found.assertion().experiencer().isPatient());
        if (others) {
          findings.contradicted(
              Reason.Kind.SPEAKER,
              "This was said of somebody else than the patient",
              naming.nextSetBit(0));
          return;
        }
      }
    }
  }
}
