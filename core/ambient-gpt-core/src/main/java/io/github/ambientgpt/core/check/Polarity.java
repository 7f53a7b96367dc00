package io.github.ambientgpt.core.check;

/** Whether something is said to be so. */
enum Polarity {
  AFFIRMED,
  NEGATED,
  /** Asked, and not clearly answered. */
  OPEN;

  boolean contradicts(Polarity other) {
    return this != OPEN && other != OPEN && this != other;
  }
}
