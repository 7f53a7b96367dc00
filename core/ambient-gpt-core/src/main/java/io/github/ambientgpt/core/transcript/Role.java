package io.github.ambientgpt.core.transcript;

/** What a speaker is in the visit. */
public enum Role {
  CLINICIAN,
  PATIENT,
  /** A companion, a nurse, an interpreter. */
  OTHER,
  /** Not said, and not yet worked out. */
  UNKNOWN
}
