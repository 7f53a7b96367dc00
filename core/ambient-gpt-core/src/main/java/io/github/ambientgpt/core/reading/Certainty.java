package io.github.ambientgpt.core.reading;

/** How sure the speaker is. */
public enum Certainty {
  CERTAIN,
  /** "Probably", "could be", "can't exclude", "rule out". */
  POSSIBLE
}
