package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.transcript.Span;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A part of a recording that is short enough to be recognized at once.
 *
 * @param start where it begins in the recording, in seconds
 * @param samples 16 kHz mono, -1 to 1; not copied, and its owner's to keep
 */
public record AudioSegment(double start, float[] samples) {
  /** Length in seconds. */
  public double length() {
    return (double) samples.length / AudioStream.SAMPLE_RATE;
  }

  /**
   * A stretch of this piece as a stretch of the recording. What reaches over the piece's ends is
   * cut off, since engines round their times.
   *
   * @param from seconds from the start of the piece
   * @param to seconds from the start of the piece
   */
  public Span span(double from, double to) {
    double first = Math.min(Math.max(from, 0), length());
    double last = Math.min(Math.max(to, first), length());
    return new Span(start + first, start + last);
  }

  /**
   * Whether there is nothing in a stretch of this piece that could be speech.
   *
   * @param from seconds from the start of the piece
   * @param to seconds from the start of the piece
   */
  public boolean isSilent(double from, double to) {
    Span stretch = span(from, to);
    int first = (int) ((stretch.start() - start) * AudioStream.SAMPLE_RATE);
    int last = (int) ((stretch.end() - start) * AudioStream.SAMPLE_RATE);
    Loudness loudness = Loudness.of(Arrays.copyOfRange(samples, first, last), last - first);
    return IntStream.range(0, loudness.frames()).allMatch(loudness::isNearSilence);
  }

  @Override
  public String toString() {
    return "AudioSegment[" + start + " s, " + length() + " s long]";
  }
}
