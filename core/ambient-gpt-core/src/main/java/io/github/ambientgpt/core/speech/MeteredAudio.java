package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.transcript.Span;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Audio that remembers how long it was and how loud, at 10 values a second: half a megabyte for two
 * hours. For one thread.
 *
 * @since 0.1.0
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
    return decibels(Arrays.stream(steps(span)).average().orElse(0));
  }

  /** The loudness of each tenth of a second of a stretch; at least one. */
  double[] envelope(Span span) {
    return Arrays.stream(steps(span)).map(MeteredAudio::decibels).toArray();
  }

  private double[] steps(Span span) {
    int last = (int) Math.max(0, (position - 1) / STEP);
    int from = Math.min(last, (int) (span.start() * SAMPLE_RATE / STEP));
    int to = Math.max(from, Math.min(last, (int) (span.end() * SAMPLE_RATE / STEP)));
    return Arrays.copyOfRange(energies, from, to + 1);
  }

  private static double decibels(double energy) {
    return 10 * Math.log10(Math.max(energy / STEP, 1e-12));
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
