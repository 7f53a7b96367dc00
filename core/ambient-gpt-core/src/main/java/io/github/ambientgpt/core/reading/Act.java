package io.github.ambientgpt.core.reading;

/** What is done by saying something. */
public enum Act {
  TELLS,
  ASKS,
  ANSWERS
}
