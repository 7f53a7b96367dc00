package io.github.ambientgpt.core.encounter;

import java.time.Duration;
import java.util.Objects;

/**
 * Audio of a visit, as received.
 *
 * @param name as the sender called the file; never trusted
 * @param format what its content is, such as {@code webm/opus}
 * @param duration how long it is
 * @param sha256 of its bytes, in lower-case hex
 * @since 0.1.0
 */
public record Recording(String name, String format, Duration duration, String sha256) {
  public Recording {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(duration, "duration");
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A SHA-256 has 64 digits of lower-case hex");
    }
  }
}
