package io.github.ambientgpt.core.transcript;

/**
 * What a speaker is in the visit.
 *
 * @since 0.1.0
 */
public enum Role {
  CLINICIAN,
  PATIENT,
  /** A companion, a nurse, an interpreter. */
  OTHER,
  /** Not said, and not yet worked out. */
  UNKNOWN
}
