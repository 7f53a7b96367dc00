package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.transcript.Span;

/**
 * A part of a recording that is short enough to be recognized at once.
 *
 * @param start where it begins in the recording, in seconds
 * @param samples 16 kHz mono, -1 to 1; not copied, and its owner's to keep
 */
public record Piece(double start, float[] samples) {
  /** Length in seconds. */
  public double length() {
    return (double) samples.length / AudioStream.SAMPLE_RATE;
  }

  /**
   * A stretch of this piece as a stretch of the recording. What reaches over the piece's ends is cut
   * off, since engines round their times.
   *
   * @param from seconds from the start of the piece
   * @param to seconds from the start of the piece
   */
  public Span span(double from, double to) {
    double first = Math.min(Math.max(from, 0), length());
    double last = Math.min(Math.max(to, first), length());
    return new Span(start + first, start + last);
  }

  @Override
  public String toString() {
    return "Piece[" + start + " s, " + length() + " s long]";
  }
}
