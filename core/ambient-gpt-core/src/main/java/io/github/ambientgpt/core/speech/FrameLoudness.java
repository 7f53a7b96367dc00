package io.github.ambientgpt.core.speech;

import java.util.Arrays;

/**
 * How loud each frame of a recording was, to find its pauses afterwards: 1.4 MB for two hours. For
 * one thread.
 */
final class FrameLoudness {
  /** What is loud and what is quiet is judged within so many frames before and behind: 5 s. */
  private static final int AROUND = 250;

  private static final double FRAMES_A_SECOND = (double) AudioStream.SAMPLE_RATE / Loudness.FRAME;

  private float[] decibels = new float[3000];
  private final float[] frame = new float[Loudness.FRAME];
  private int filled;
  private int frames;

  void hear(float[] samples, int offset, int count) {
    for (int at = offset; at < offset + count; ) {
      int length = Math.min(frame.length - filled, offset + count - at);
      System.arraycopy(samples, at, frame, filled, length);
      filled += length;
      at += length;
      if (filled == frame.length) {
        if (frames == decibels.length) {
          decibels = Arrays.copyOf(decibels, 2 * frames);
        }
        decibels[frames++] = (float) Loudness.decibels(frame, 0, frame.length);
        filled = 0;
      }
    }
  }

  /**
   * Whether there is a pause in a stretch.
   *
   * @param from seconds from the start of the recording
   * @param to seconds from the start of the recording
   * @param least the shortest pause, in seconds
   */
  boolean hasPause(double from, double to, double least) {
    int first = frame(from);
    int last = frame(to);
    int begin = Math.max(0, first - AROUND);
    int end = Math.min(frames, last + AROUND);
    if (end - begin < 1) {
      return false;
    }
    double[] around = new double[end - begin];
    for (int i = begin; i < end; i++) {
      around[i - begin] = decibels[i];
    }
    int shortest = (int) Math.round(least * FRAMES_A_SECOND);
    return Loudness.of(around).longestPause(first - begin, last - begin, shortest) >= 0;
  }

  private int frame(double seconds) {
    return (int) Math.max(0, Math.min(frames, Math.round(seconds * FRAMES_A_SECOND)));
  }
}
