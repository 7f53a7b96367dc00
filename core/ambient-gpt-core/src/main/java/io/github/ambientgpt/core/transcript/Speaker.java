package io.github.ambientgpt.core.transcript;

import java.util.Objects;

/**
 * Who said something.
 *
 * @param label as the source named the voice ("doctor", "SPEAKER 1"); empty when it named none
 * @param role what that voice is in the visit
 * @since 0.1.0
 */
public record Speaker(String label, Role role) {
  public static final Speaker UNKNOWN = new Speaker("", Role.UNKNOWN);

  public Speaker {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(role, "role");
  }
}
