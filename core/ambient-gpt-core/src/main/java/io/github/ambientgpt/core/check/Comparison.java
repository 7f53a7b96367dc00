package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import java.util.function.Consumer;

/** Compares one sort of fact of a statement with what was said where it rests. Thread-safe. */
interface Comparison {
  /**
   * @param reasons takes what does not agree
   */
  void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons);
}
