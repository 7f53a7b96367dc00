package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.List;

/**
 * A place in a visit where something clinical is named.
 *
 * @param mentioned the words that name the concept
 * @param words the same with the part of the body and the side that were named with it
 * @param role who said it
 * @param statement which clause of the visit it stands in, counted from its start
 * @param evidence the words themselves; of a question that was answered, the answer too
 */
record Naming(
    Concept concept,
    String mentioned,
    String words,
    Assertion assertion,
    Role role,
    int statement,
    List<Evidence> evidence) {
  Naming {
    evidence = List.copyOf(evidence);
  }

  boolean is(ConceptKind kind) {
    return concept.kind() == kind;
  }
}
