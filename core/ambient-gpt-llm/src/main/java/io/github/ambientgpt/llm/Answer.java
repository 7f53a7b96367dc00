package io.github.ambientgpt.llm;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a server answered.
 *
 * @param text as it came
 * @param read how many tokens of the question the server says it has read, if it does
 */
record Answer(String text, Ending ending, OptionalInt read) {
  /** Why it ends there. */
  enum Ending {
    /** The model had said all. */
    COMPLETE,
    /** There was no room for more. */
    LENGTH,
    /** A filter took it away. */
    FILTERED,
    /** The server did not say. */
    UNKNOWN
  }

  Answer {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(ending, "ending");
    Objects.requireNonNull(read, "read");
  }

  /** Without the text: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Answer[" + text.length() + " characters, " + ending + "]";
  }
}
