package io.github.ambientgpt.core.reading;

/**
 * Whether something is said to be so.
 *
 * @since 0.1.0
 */
public enum Polarity {
  AFFIRMED,
  NEGATED,
  /** Asked, and not clearly answered. */
  OPEN;

  public boolean contradicts(Polarity other) {
    return this != OPEN && other != OPEN && this != other;
  }
}
