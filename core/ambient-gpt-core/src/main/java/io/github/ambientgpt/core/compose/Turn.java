package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.transcript.Role;
import java.util.List;

/** What one speaker said before another spoke. */
record Turn(Role role, List<Clause> clauses) {
  Turn {
    clauses = List.copyOf(clauses);
  }
}
