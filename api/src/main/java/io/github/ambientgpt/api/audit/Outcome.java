package io.github.ambientgpt.api.audit;

/** How it ended. */
public enum Outcome {
  DONE,
  /** It was not allowed. */
  REFUSED,
  FAILED
}
