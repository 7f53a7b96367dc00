package io.github.ambientgpt.core.check;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What a statement says, and which passages name each of its terms. Terms go by their number. */
final class Claim {
  private final Contents contents;
  private final List<Term> terms;
  private final List<BitSet> naming;
  private final double[] weights;
  private final double whole;

  Claim(Contents contents, Transcribed said) {
    this.contents = contents;
    this.terms = contents.terms().stream().distinct().toList();
    this.naming = terms.stream().map(said::naming).toList();
    this.weights = terms.stream().mapToDouble(said::weight).toArray();
    this.whole = Arrays.stream(weights).sum();
  }

  Contents contents() {
    return contents;
  }

  /** It says nothing that could be found: "Discussed at length." */
  boolean isEmpty() {
    return terms.isEmpty()
        && contents.amounts().size() <= 1
        && contents.sides().isEmpty()
        && contents.amounts().stream()
            .allMatch(a -> a.name().length() == 1 && a.unitWords().isEmpty());
  }

  int size() {
    return terms.size();
  }

  Term term(int number) {
    return terms.get(number);
  }

  /** The passages that name a term. */
  BitSet naming(int term) {
    return naming.get(term);
  }

  BitSet all() {
    BitSet all = new BitSet();
    all.set(0, terms.size());
    return all;
  }

  /** The terms that a passage names. */
  BitSet namedIn(int passage) {
    BitSet named = new BitSet();
    for (int i = 0; i < terms.size(); i++) {
      named.set(i, naming.get(i).get(passage));
    }
    return named;
  }

  /** The weight of those of the given terms that a passage names. */
  double weightIn(int passage, BitSet among) {
    double weight = 0;
    for (int i = among.nextSetBit(0); i >= 0; i = among.nextSetBit(i + 1)) {
      weight += naming.get(i).get(passage) ? weights[i] : 0;
    }
    return weight;
  }

  double weight() {
    return whole;
  }

  /** How much of its weight the passages name, 0 to 1; 1 when it has none. */
  double share(BitSet passages) {
    double found = 0;
    for (int i = 0; i < terms.size(); i++) {
      found += naming.get(i).intersects(passages) ? weights[i] : 0;
    }
    return whole == 0 ? 1 : found / whole;
  }

  /** The passages that name one of its clinical terms. */
  BitSet clinical() {
    BitSet places = new BitSet();
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).concept().isPresent()) {
        places.or(naming.get(i));
      }
    }
    return places;
  }
}
