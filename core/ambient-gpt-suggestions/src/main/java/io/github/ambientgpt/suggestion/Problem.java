package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.Comparator;
import java.util.List;

/**
 * A condition or symptom of the patient, with the code that its words lead to.
 *
 * @param match the code
 * @param said where it is said to be so, in the order it was said; at least one
 * @param denied where the same is denied
 */
record Problem(IcdMatch match, List<Naming> said, List<Naming> denied) {
  Problem {
    said = List.copyOf(said);
    denied = List.copyOf(denied);
  }

  IcdCode code() {
    return match.code();
  }

  /** As it was said at greatest length. */
  String words() {
    return said.stream()
        .map(Naming::words)
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }

  boolean isSymptom() {
    return said.stream().allMatch(naming -> naming.concept().kind() == ConceptKind.SYMPTOM);
  }

  /** Both are of one concept, whatever part of the body they are of. */
  boolean isSame(Problem other) {
    return said.stream()
        .anyMatch(
            mine -> other.said.stream().anyMatch(its -> its.concept().equals(mine.concept())));
  }

  /** Nobody says more than that it may be so. */
  boolean isPossible() {
    return said.stream().allMatch(naming -> naming.assertion() == Assertion.POSSIBLE);
  }

  /** The clinician spoke of it. */
  boolean isAddressed() {
    return said.stream().anyMatch(naming -> naming.role() != Role.PATIENT);
  }

  List<Evidence> evidence() {
    return Problem.evidence(said);
  }

  static List<Evidence> evidence(List<Naming> namings) {
    return namings.stream().flatMap(naming -> naming.evidence().stream()).distinct().toList();
  }
}
