package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Whoever is allergic to a drug said so of that drug, and not of the one named next. */
final class AllergyComparison implements Comparison {
  private static final String ALLERGY = "allergy";

  /** A mere list has so many words a drug. */
  private static final int LISTED = 2;

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    if (!isSpokenOf(claim.contents(), term -> term.polarity() == Polarity.AFFIRMED)) {
      return;
    }
    for (Term drug : claim.contents().of(ConceptKind.DRUG).toList()) {
      List<Integer> naming = grounds.said().naming(drug).stream().boxed().toList();
      if (!naming.isEmpty() && naming.stream().noneMatch(i -> isOf(grounds, i))) {
        findings.questioned(
            Reason.Kind.DRUG, "The visit speaks of no allergy to '%s'.".formatted(drug.written()));
        return;
      }
    }
  }

  /** Said with it, or in a mere list behind it: "I have allergies. Penicillin and sulfa." */
  private static boolean isOf(Grounds grounds, int passage) {
    Contents here = grounds.said().passage(passage).contents();
    long drugs = here.of(ConceptKind.DRUG).count();
    boolean list = grounds.said().quote(passage).split(" ").length <= LISTED * drugs;
    return isSpokenOf(here, any -> true)
        || list
            && passage > 0
            && isSpokenOf(grounds.said().passage(passage - 1).contents(), any -> true);
  }

  private static boolean isSpokenOf(Contents contents, Predicate<Term> how) {
    return contents.terms().stream()
        .filter(how)
        .flatMap(term -> Arrays.stream(term.written().toLowerCase(Locale.ROOT).split(" ")))
        .anyMatch(word -> Words.is(ALLERGY, word));
  }
}
