package io.github.ambientgpt.speechmodel;

import java.util.List;

/**
 * Whether an installed model is what it was.
 *
 * @param changed files that are not as they should be: altered, missing or added, in words
 * @since 0.1.0
 */
public record Verification(State state, List<String> changed) {
  /** What was found. */
  public enum State {
    /** It is what the catalogue says, or what was installed. */
    INTACT,
    CHANGED,
    /** There is nothing to compare it with: it came here by other ways. */
    UNKNOWN
  }

  public Verification {
    changed = List.copyOf(changed);
  }
}
