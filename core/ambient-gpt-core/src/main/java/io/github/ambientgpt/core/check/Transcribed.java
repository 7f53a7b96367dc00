package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.vocabulary.Concept;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The passages of a transcript, and how telling each word is among them. Immutable. */
final class Transcribed {
  private final List<Passage> passages;
  private final Map<String, Integer> spread = new HashMap<>();
  private final Set<Concept> concepts = new HashSet<>();

  Transcribed(List<Passage> passages) {
    this.passages = passages;
    for (Passage passage : passages) {
      Set<String> words = new HashSet<>();
      for (Term term : passage.reading().terms()) {
        words.addAll(term.words());
        term.concept().ifPresent(concepts::add);
      }
      words.forEach(word -> spread.merge(word, 1, Integer::sum));
    }
  }

  List<Passage> passages() {
    return passages;
  }

  /** Rare words weigh more, and clinical terms twice as much as others. */
  double weight(Term term) {
    double rarest = 0;
    for (String word : term.words()) {
      rarest =
          Math.max(
              rarest, Math.log(1 + (double) passages.size() / (1 + spread.getOrDefault(word, 0))));
    }
    return term.concept().isPresent() ? 2 * rarest : rarest;
  }

  /** Whether it is named anywhere, in these words or others. */
  boolean names(Term term) {
    return term.concept().filter(concepts::contains).isPresent()
        || term.words().stream().allMatch(spread::containsKey);
  }

  /** Whether a passage names the term, in these words or others. */
  static boolean names(Passage passage, Term term) {
    return matching(passage, term) != null || scattered(passage, term);
  }

  /** The passage's own mention of the term; null when it has none in one piece. */
  static Term matching(Passage passage, Term term) {
    Term found = null;
    for (Term other : passage.reading().terms()) {
      boolean same =
          term.concept().isPresent() && term.concept().equals(other.concept())
              || other.words().containsAll(term.words())
              || term.concept().isEmpty() && other.words().contains(term.words().get(0));
      if (same && (found == null || found.polarity() != term.polarity())) {
        found = other;
      }
    }
    return found;
  }

  /** "pain in my chest" names chest pain. */
  private static boolean scattered(Passage passage, Term term) {
    return term.words().stream()
        .allMatch(
            word -> passage.reading().terms().stream().anyMatch(t -> t.words().contains(word)));
  }
}
