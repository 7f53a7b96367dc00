package io.github.ambientgpt.core.encounter;

import java.time.Instant;
import java.util.Objects;

/**
 * A person's agreement to be recorded.
 *
 * @param givenBy who agreed, as the clinician wrote it
 * @param wording what they were asked
 * @param at when
 * @since 0.1.0
 */
public record Consent(String givenBy, String wording, Instant at) {
  public Consent {
    Objects.requireNonNull(at, "at");
    if (givenBy.isBlank() || wording.isBlank()) {
      throw new IllegalArgumentException("A consent names who agreed and to which wording");
    }
  }

  /** Without the name, which has no place in a log. */
  @Override
  public String toString() {
    return "Consent[" + at + "]";
  }
}
