package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.reading.Assertion;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Tokens;
import io.github.ambientgpt.core.reading.WordForms;
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
 * @param qualified whether it is said where or when it is so: "pain with urination"
 * @param written as it stands in the text
 */
record Term(
    List<String> words,
    Optional<Concept> concept,
    int position,
    Assertion assertion,
    boolean qualified,
    String written) {
  Term {
    words = List.copyOf(words);
  }

  Polarity polarity() {
    return assertion.polarity();
  }

  /** "Can't concentrate": what it names is that something is not so. */
  boolean holdsNegator() {
    return Tokens.of(written).list().stream().anyMatch(w -> WordForms.isNegator(w.text()));
  }

  Term movedBy(int tokens) {
    return new Term(words, concept, position + tokens, assertion, qualified, written);
  }

  /** The same concept, or all the words. */
  boolean isSameAs(Term other) {
    return concept.isPresent() && concept.equals(other.concept) || other.words.containsAll(words);
  }

  boolean is(ConceptKind kind) {
    return concept.map(Concept::kind).filter(kind::equals).isPresent();
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Term[" + concept.map(Concept::kind) + ", " + assertion + "]";
  }
}
