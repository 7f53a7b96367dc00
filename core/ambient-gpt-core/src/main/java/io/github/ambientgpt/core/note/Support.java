package io.github.ambientgpt.core.note;

/**
 * What the checker found for a statement in the transcript.
 *
 * @since 0.1.0
 */
public enum Support {
  /** The transcript says it. */
  SUPPORTED,
  /** The transcript does not say it, or not all of it: a person should look. */
  UNCERTAIN,
  /** The transcript says otherwise, in words that the reason quotes. */
  UNSUPPORTED,
  /**
   * What nobody says aloud: an age, a look at the patient, a finding that was normal. Neither
   * confirmed nor doubted.
   */
  UNSPOKEN
}
