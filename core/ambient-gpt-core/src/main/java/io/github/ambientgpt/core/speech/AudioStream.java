package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.util.OptionalDouble;

/**
 * Decoded audio, read once from start to end: 16 kHz, mono, samples from -1 to 1. It is pulled, so
 * that a recording of hours needs no more memory than its reader keeps. For one thread.
 *
 * @since 0.1.0
 */
public interface AudioStream extends AutoCloseable {
  /** Samples per second. */
  int SAMPLE_RATE = 16_000;

  /**
   * Reads up to {@code length} samples; blocks until there is at least one.
   *
   * @return how many were read; -1 at the end
   * @throws InvalidInputException when the audio turns out to be broken
   */
  int read(float[] buffer, int offset, int length);

  /** Length in seconds, when the container says it; it may be wrong by a little. */
  OptionalDouble duration();

  @Override
  void close();

  /** Samples that are already in memory; they are not copied. */
  static AudioStream of(float... samples) {
    return new AudioStream() {
      private int position;

      @Override
      public int read(float[] buffer, int offset, int length) {
        if (position == samples.length) {
          return -1;
        }
        int count = Math.min(length, samples.length - position);
        System.arraycopy(samples, position, buffer, offset, count);
        position += count;
        return count;
      }

      @Override
      public OptionalDouble duration() {
        return OptionalDouble.of((double) samples.length / SAMPLE_RATE);
      }

      @Override
      public void close() {}
    };
  }
}
