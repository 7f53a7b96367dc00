package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;

/**
 * A place in a clause that names something clinical, and how it was meant. A term that holds its
 * own negator, such as "can't catch my breath", is one mention, and affirmed.
 *
 * @param words where it stands in its clause
 * @param written as it stands in the text
 * @since 0.1.0
 */
public record Mention(Concept concept, Range words, String written, Assertion assertion) {
  public boolean is(ConceptKind kind) {
    return concept.kind() == kind;
  }

  public Mention with(Assertion other) {
    return new Mention(concept, words, written, other);
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Mention[" + concept.kind() + ", " + assertion + "]";
  }
}
