package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.transcript.Span;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Audio that remembers how long it was and how loud, at 10 values a second: half a megabyte for two
 * hours. For one thread.
 */
public final class MeteredAudio implements AudioStream {
  private static final int STEP = SAMPLE_RATE / 10;

  private final AudioStream audio;
  private double[] energies = new double[600];
  private long position;

  /**
   * @param audio its own: closed with this
   */
  public MeteredAudio(AudioStream audio) {
    this.audio = audio;
  }

  @Override
  public int read(float[] buffer, int offset, int length) {
    int count = audio.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++, position++) {
      int step = (int) (position / STEP);
      if (step == energies.length) {
        energies = Arrays.copyOf(energies, 2 * step);
      }
      energies[step] += (double) buffer[i] * buffer[i];
    }
    return count;
  }

  /** Seconds that were read. */
  public double heard() {
    return (double) position / SAMPLE_RATE;
  }

  /**
   * How loud a stretch of what was read is, in decibels below full scale, rounded to tenths of
   * seconds.
   */
  public double loudness(Span span) {
    int last = (int) Math.max(0, (position - 1) / STEP);
    int from = Math.min(last, (int) (span.start() * SAMPLE_RATE / STEP));
    int to = Math.max(from, Math.min(last, (int) (span.end() * SAMPLE_RATE / STEP)));
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += energies[i];
    }
    return 10 * Math.log10(Math.max(sum / ((to - from + 1.0) * STEP), 1e-12));
  }

  @Override
  public OptionalDouble duration() {
    return audio.duration();
  }

  @Override
  public void close() {
    audio.close();
  }
}
