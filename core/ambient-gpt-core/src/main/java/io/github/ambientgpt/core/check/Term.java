package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a text names: a clinical concept, or a word that is none.
 *
 * @param words its words in their base forms
 * @param concept empty for a word of everyday language
 * @param position index of its first token
 * @param written as it stands in the text
 */
record Term(
    List<String> words, Optional<Concept> concept, int position, Context context, String written) {
  Term {
    words = List.copyOf(words);
  }

  Polarity polarity() {
    return context.polarity();
  }

  Term with(Polarity other) {
    return new Term(words, concept, position, context.with(other), written);
  }

  Term of(String person) {
    Context others = new Context(context.polarity(), context.aspect(), person);
    return new Term(words, concept, position, others, written);
  }

  Term movedBy(int tokens) {
    return new Term(words, concept, position + tokens, context, written);
  }

  /** The same concept, or all the words. */
  boolean isSameAs(Term other) {
    return concept.isPresent() && concept.equals(other.concept) || other.words.containsAll(words);
  }

  boolean is(ConceptKind kind) {
    return concept.map(Concept::kind).filter(kind::equals).isPresent();
  }
}
