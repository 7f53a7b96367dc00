package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Experiencer;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody else's illness is not the patient's, nor the patient's somebody else's. */
final class ExperiencerComparison implements Comparison {
  private static final Set<ConceptKind> HAD =
      EnumSet.of(
          ConceptKind.CONDITION,
          ConceptKind.SYMPTOM,
          ConceptKind.PROCEDURE,
          ConceptKind.DRUG,
          ConceptKind.DRUG_CLASS,
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
    if (isOfAnother(claim, grounds, findings)) {
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

  /** What the statement says of one relative, the visit says of another, or of the patient. */
  private static boolean isOfAnother(Claim claim, Grounds grounds, Findings findings) {
    for (Term term : claim.contents().terms()) {
      Experiencer whose = term.assertion().experiencer();
      if (whose.isPatient()
          || whose.relation().equals("family")
          || HAD.stream().noneMatch(term::is)) {
        continue;
      }
      List<Heard> heard = Heard.of(term, grounds.said(), f -> f.polarity() == term.polarity());
      boolean others =
          heard.stream()
              .map(h -> h.term().assertion().experiencer())
              .noneMatch(
                  e ->
                      e.isPatient()
                          || e.equals(whose)
                          || e.relation().equals("family")
                          || e.relation().equals("parent"));
      if (!heard.isEmpty() && others) {
        findings.contradicted(
            Reason.Kind.SPEAKER,
            "This was said of somebody else than the %s".formatted(whose.relation()),
            heard.get(0).passage());
        return true;
      }
    }
    return false;
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
