package io.github.ambientgpt.audio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits of what is decoded, and where a stream is kept meanwhile.
 *
 * @param spoolFolder where the bytes of an {@code InputStream} wait while they are decoded, since
 *     most formats need seeking; the file is gone when the audio is closed, or the process ends. It
 *     must exist
 * @param maxBytes the largest recording, in bytes
 * @param maxDuration the longest recording: a small file can hold days of silence
 * @since 0.1.0
 */
public record DecoderSettings(Path spoolFolder, long maxBytes, Duration maxDuration) {
  public DecoderSettings {
    Objects.requireNonNull(spoolFolder, "spoolFolder");
    Objects.requireNonNull(maxDuration, "maxDuration");
    if (maxBytes <= 0 || maxDuration.isNegative() || maxDuration.isZero()) {
      throw new IllegalArgumentException("maxBytes and maxDuration must be more than 0");
    }
  }

  /** The folder for temporary files; 4 GiB; 12 hours. */
  public static DecoderSettings defaults() {
    return new DecoderSettings(
        Path.of(System.getProperty("java.io.tmpdir")), 4L << 30, Duration.ofHours(12));
  }
}
