package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.transcript.Role;
import java.util.List;

/**
 * What one speaker said before another spoke.
 *
 * @since 0.1.0
 */
public record Turn(Role role, List<Clause> clauses) {
  public Turn {
    clauses = List.copyOf(clauses);
  }
}
