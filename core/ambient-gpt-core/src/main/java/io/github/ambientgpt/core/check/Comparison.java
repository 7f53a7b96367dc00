package io.github.ambientgpt.core.check;

/** Compares one sort of fact of a statement with what was said where it rests. Thread-safe. */
interface Comparison {
  /**
   * @param findings takes what does not agree
   */
  void compare(Claim claim, Grounds grounds, Findings findings);
}
