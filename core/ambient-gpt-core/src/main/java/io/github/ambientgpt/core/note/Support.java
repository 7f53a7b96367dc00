package io.github.ambientgpt.core.note;

/** What the checker found for a statement in the transcript. */
public enum Support {
  /** The transcript says it. */
  SUPPORTED,
  /** The transcript says something like it: a person should look. */
  UNCERTAIN,
  /** The transcript does not say it, or says otherwise. */
  UNSUPPORTED
}
