package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;

/** The part of the body: it is named in the visit where the rest of the statement is. */
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
        findings.doubted(Reason.Kind.SITE, "'%s' was not said of this.".formatted(part.written()));
        return;
      }
    }
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
