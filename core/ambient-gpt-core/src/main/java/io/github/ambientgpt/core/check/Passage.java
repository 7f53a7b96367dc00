package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import java.util.List;

/**
 * One thing that was said, or a question with its answer.
 *
 * @param role who said it; of a question with its answer, who answered
 * @param answers whether it is a question with its answer
 * @param evidence where it was said
 */
record Passage(Role role, boolean answers, Contents contents, List<Evidence> evidence) {
  /** Speech runs on in a passage with more terms: what belongs to what is unsure there. */
  private static final int SHORT = 12;

  Passage {
    evidence = List.copyOf(evidence);
  }

  boolean isShort() {
    return contents.terms().size() <= SHORT && (answers || contents.terms().size() > 1);
  }
}
