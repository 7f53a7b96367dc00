package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.List;

/**
 * The part of the body: it is named in the visit where the rest of the statement is. Where the
 * visit says the same of another part, that speaks against it.
 */
final class SiteComparison implements Comparison {
  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (int i = 0; i < claim.size(); i++) {
      Term part = claim.term(i);
      if (!part.is(ConceptKind.BODY_PART)) {
        continue;
      }
      BitSet naming = claim.naming(i);
      if (naming.isEmpty() || !naming.intersects(places(claim, grounds))) {
        String message = "'%s' was not said of this.".formatted(part.written());
        if (isSaidOfAnother(claim, grounds, part)) {
          findings.questioned(Reason.Kind.SITE, message);
        } else {
          findings.doubted(Reason.Kind.SITE, message);
        }
        return;
      }
    }
  }

  /** What the statement says beside the part, the visit says beside another. */
  private static boolean isSaidOfAnother(Claim claim, Grounds grounds, Term part) {
    List<Term> others =
        claim.contents().terms().stream().filter(term -> !term.is(ConceptKind.BODY_PART)).toList();
    return grounds
        .first(
            grounds.rest(),
            contents ->
                contents.of(ConceptKind.BODY_PART).anyMatch(other -> isAnother(other, part))
                    && others.stream().anyMatch(term -> contents.names(term)))
        .isPresent();
  }

  private static boolean isAnother(Term other, Term part) {
    Concept one = other.concept().orElseThrow();
    Concept two = part.concept().orElseThrow();
    return !Vocabulary.english().isA(one, two) && !Vocabulary.english().isA(two, one);
  }

  private static BitSet places(Claim claim, Grounds grounds) {
    BitSet places = (BitSet) grounds.near().clone();
    for (int i = 0; i < claim.size(); i++) {
      if (claim.term(i).concept().isPresent() && !claim.term(i).is(ConceptKind.BODY_PART)) {
        places.or(claim.naming(i));
      }
    }
    return places;
  }
}
