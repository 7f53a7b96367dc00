package io.github.ambientgpt.core.reading;

/**
 * Whose something is.
 *
 * @param relation to the patient in one word, such as {@code mother}; empty for the patient
 */
public record Experiencer(String relation) {
  public static final Experiencer PATIENT = new Experiencer("");

  public boolean isPatient() {
    return relation.isEmpty();
  }
}
