package io.github.ambientgpt.core.reading;

/**
 * Which way something goes.
 *
 * @since 0.1.0
 */
public enum Trend {
  UNSAID,
  BETTER,
  WORSE,
  SAME;

  /** Whether both are said and differ. */
  public boolean contradicts(Trend other) {
    return this != UNSAID && other != UNSAID && this != other;
  }
}
