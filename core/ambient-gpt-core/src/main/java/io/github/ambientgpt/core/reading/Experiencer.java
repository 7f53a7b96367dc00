package io.github.ambientgpt.core.reading;

/**
 * Whose something is.
 *
 * @param relation to the patient in one word, such as {@code mother}; empty for the patient
 * @since 0.1.0
 */
public record Experiencer(String relation) {
  public static final Experiencer PATIENT = new Experiencer("");

  /** The relation that a word names, such as {@code mother} for "mom's"; empty for other words. */
  public static String relation(String word) {
    return Persons.kin(word);
  }

  public boolean isPatient() {
    return relation.isEmpty();
  }
}
