package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.vocabulary.Concept;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The passages of a transcript, indexed by what they name, and how telling each word is among them.
 * Passages go by their number. Not changed once made.
 */
final class Transcribed {
  private static final BitSet NONE = new BitSet();

  private final List<Passage> passages;
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final Map<Concept, BitSet> byConcept = new HashMap<>();

  Transcribed(List<Passage> passages) {
    this.passages = List.copyOf(passages);
    for (int i = 0; i < passages.size(); i++) {
      for (Term term : passages.get(i).reading().terms()) {
        for (String word : term.words()) {
          byWord.computeIfAbsent(word, w -> new BitSet()).set(i);
        }
        if (term.concept().isPresent()) {
          byConcept.computeIfAbsent(term.concept().get(), c -> new BitSet()).set(i);
        }
      }
    }
  }

  int size() {
    return passages.size();
  }

  Passage passage(int number) {
    return passages.get(number);
  }

  /** Rare words weigh more, and clinical terms twice as much as others. */
  double weight(Term term) {
    double rarest = 0;
    for (String word : term.words()) {
      int spread = byWord.getOrDefault(word, NONE).cardinality();
      rarest = Math.max(rarest, Math.log(1 + (double) passages.size() / (1 + spread)));
    }
    return term.concept().isPresent() ? 2 * rarest : rarest;
  }

  /** Whether it is named anywhere, in these words or others. */
  boolean names(Term term) {
    return term.concept().filter(byConcept::containsKey).isPresent()
        || byWord.keySet().containsAll(term.words());
  }

  /**
   * The passages that name the term: as the same concept, or with all its words, as "pain in my
   * chest" names chest pain.
   */
  BitSet naming(Term term) {
    BitSet naming = null;
    for (String word : term.words()) {
      BitSet having = byWord.getOrDefault(word, NONE);
      if (naming == null) {
        naming = (BitSet) having.clone();
      } else {
        naming.and(having);
      }
    }
    term.concept().map(byConcept::get).ifPresent(naming::or);
    return naming;
  }

  /** A passage's own mention of the term; null when it has none in one piece. */
  Term mention(int passage, Term term) {
    Term found = null;
    for (Term other : passages.get(passage).reading().terms()) {
      boolean same =
          term.concept().isPresent() && term.concept().equals(other.concept())
              || other.words().containsAll(term.words());
      if (same && (found == null || found.polarity() != term.polarity())) {
        found = other;
      }
    }
    return found;
  }
}
