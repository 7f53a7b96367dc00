package io.github.ambientgpt.core.reading;

/**
 * How sure the speaker is.
 *
 * @since 0.1.0
 */
public enum Certainty {
  CERTAIN,
  /** "I think", "probably": it goes with either of the others. */
  LIKELY,
  /** "Could be", "can't exclude", "rule out". */
  POSSIBLE
}
