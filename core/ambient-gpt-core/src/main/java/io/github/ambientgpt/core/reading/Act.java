package io.github.ambientgpt.core.reading;

/**
 * What is done by saying something.
 *
 * @since 0.1.0
 */
public enum Act {
  TELLS,
  ASKS,
  ANSWERS
}
