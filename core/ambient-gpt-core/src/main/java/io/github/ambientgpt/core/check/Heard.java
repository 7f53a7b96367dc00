package io.github.ambientgpt.core.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** A mention of a term in the visit, and the passage it stands in. */
record Heard(Term term, int passage) {
  /** All mentions of a term in the visit that fit. */
  static List<Heard> of(Term term, Transcribed said, Predicate<Term> fits) {
    List<Heard> heard = new ArrayList<>();
    BitSet naming = said.naming(term);
    for (int i = naming.nextSetBit(0); i >= 0; i = naming.nextSetBit(i + 1)) {
      for (Term found : said.mentions(i, term)) {
        if (fits.test(found)) {
          heard.add(new Heard(found, i));
        }
      }
    }
    return heard;
  }
}
