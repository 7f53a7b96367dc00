package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The passages of a transcript, indexed by what they name, and how telling each word is among them.
 * Passages go by their number. For one thread.
 */
final class Transcribed {
  private static final BitSet NONE = new BitSet();

  /** How many passages back a drug was named that is still spoken of. */
  private static final int STILL_SPOKEN_OF = 3;

  private final List<Passage> passages;
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final Map<Concept, BitSet> byConcept = new HashMap<>();
  private final Map<Concept, BitSet> byBroader = new HashMap<>();

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
    return term.concept().filter(concept -> !naming(concept, true).isEmpty()).isPresent()
        || byWord.keySet().containsAll(term.words());
  }

  /** Whether most of these terms are named in one passage. */
  boolean namesTogether(List<Term> terms) {
    for (Passage passage : passages) {
      long named = terms.stream().filter(term -> mentions(passage.reading(), term)).count();
      if (named * 2 > terms.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(Reading reading, Term term) {
    return reading.terms().stream().anyMatch(other -> term.isSameAs(other));
  }

  /**
   * The passages that name the term: as the same concept, with all its words, as "pain in my chest"
   * names chest pain, or as something narrower: who has type 2 diabetes has diabetes. What is
   * denied is not denied by denying something narrower.
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
    if (term.concept().isPresent()) {
      naming.or(naming(term.concept().get(), term.polarity() == Polarity.AFFIRMED));
    }
    return naming;
  }

  private BitSet naming(Concept concept, boolean andNarrower) {
    if (!andNarrower) {
      return byConcept.getOrDefault(concept, NONE);
    }
    return byBroader.computeIfAbsent(
        concept,
        broad -> {
          BitSet naming = new BitSet();
          byConcept.forEach(
              (narrow, places) -> {
                if (Vocabulary.english().isA(narrow, broad)) {
                  naming.or(places);
                }
              });
          return naming;
        });
  }

  /**
   * A passage's own mention of the term, or of its main part where it stands in pieces, as "pain"
   * in "pain in my left back"; null when it has none.
   */
  Term mention(int passage, Term term) {
    Term found = null;
    for (Term other : passages.get(passage).reading().terms()) {
      if (term.isSameAs(other) && (found == null || found.polarity() != term.polarity())) {
        found = other;
      }
    }
    return found == null && hasWords(passage, term) ? mainPart(passage, term) : found;
  }

  private boolean hasWords(int passage, Term term) {
    return term.words().stream().allMatch(word -> byWord.getOrDefault(word, NONE).get(passage));
  }

  private Term mainPart(int passage, Term term) {
    return passages.get(passage).reading().terms().stream()
        .filter(other -> other.concept().isPresent() && !other.is(ConceptKind.BODY_PART))
        .filter(other -> term.words().containsAll(other.words()))
        .findFirst()
        .orElse(null);
  }

  /** Every mention of a clinical term, or of the same words, in the visit. */
  List<Term> mentions(Term term) {
    return naming(term).stream()
        .boxed()
        .flatMap(i -> passages.get(i).reading().terms().stream())
        .filter(other -> term.isSameAs(other))
        .toList();
  }

  /** The drug or the test that a number in a passage belongs to, there or a little before. */
  Optional<Concept> owner(ConceptKind kind, int passage, int position) {
    Optional<Concept> here = passages.get(passage).reading().owner(kind, position);
    for (int i = passage - 1; here.isEmpty() && i >= Math.max(0, passage - STILL_SPOKEN_OF); i--) {
      here = passages.get(i).reading().owner(kind, Integer.MAX_VALUE);
    }
    return here;
  }
}
