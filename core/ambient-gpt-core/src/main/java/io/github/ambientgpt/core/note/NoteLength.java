package io.github.ambientgpt.core.note;

/**
 * How much a note says.
 *
 * @since 0.1.0
 */
public enum NoteLength {
  /** What a colleague needs: every problem, order, drug and abnormal finding. */
  BRIEF,
  /** What clinicians usually write. */
  STANDARD,
  /** Minor things too. */
  FULL
}
