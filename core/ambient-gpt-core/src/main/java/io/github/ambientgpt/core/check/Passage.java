package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import java.util.List;

/**
 * One thing that was said, or a question with its answer.
 *
 * @param role who said it; of a question with its answer, who answered
 * @param evidence where it was said
 */
record Passage(Role role, Contents contents, List<Evidence> evidence) {
  Passage {
    evidence = List.copyOf(evidence);
  }
}
