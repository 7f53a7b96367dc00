package io.github.ambientgpt.core.speech;

import java.util.Arrays;

/**
 * How loud each 20 ms of a stretch of audio is, in decibels below full scale. A constant offset, as
 * cheap sound cards add it, is not heard and does not count.
 */
final class Loudness {
  /** Samples in a frame. */
  static final int FRAME = AudioStream.SAMPLE_RATE / 50;

  /**
   * Below this nobody speaks: ten steps of 16-bit audio, the hiss of an input with no microphone.
   * Low on purpose, since what is skipped is lost.
   */
  private static final double NEAR_SILENCE = -70;

  /** Speech and its pauses differ by more than this many decibels, or no pause is told apart. */
  private static final double LEAST_RANGE = 6;

  /** How far up from the quiet frames to the loud ones a pause may reach. */
  private static final double PAUSE_SHARE = 0.25;

  private final double[] decibels;

  private Loudness(double[] decibels) {
    this.decibels = decibels;
  }

  static Loudness of(float[] samples, int length) {
    return of(samples, 0, length);
  }

  static Loudness of(float[] samples, int from, int to) {
    double[] decibels = new double[(to - from + FRAME - 1) / FRAME];
    for (int i = 0; i < decibels.length; i++) {
      int start = from + i * FRAME;
      decibels[i] = decibels(samples, start, Math.min(to, start + FRAME));
    }
    return new Loudness(decibels);
  }

  static Loudness of(double[] decibels) {
    return new Loudness(decibels);
  }

  static double decibels(float[] samples, int from, int to) {
    double sum = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
      squares += (double) samples[i] * samples[i];
    }
    double mean = sum / (to - from);
    double variance = squares / (to - from) - mean * mean;
    return 10 * Math.log10(Math.max(variance, 1e-12));
  }

  /** How many frames there are; the last may be short. */
  int frames() {
    return decibels.length;
  }

  boolean isNearSilence(int frame) {
    return !(decibels[frame] >= NEAR_SILENCE); // broken samples (NaN) are no speech either
  }

  /**
   * The level under which a frame is a pause here, between the room's noise and the voices in it;
   * negative infinity when there is no telling.
   */
  double pauseLevel() {
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    double quiet = Math.max(NEAR_SILENCE, sorted[sorted.length / 10]);
    double loud = sorted[sorted.length * 9 / 10];
    return loud - quiet < LEAST_RANGE
        ? Double.NEGATIVE_INFINITY
        : quiet + PAUSE_SHARE * (loud - quiet);
  }

  /**
   * The middle of the longest pause between two frames, the later of two that are equally long.
   *
   * @return a frame; -1 when there is no pause of {@code least} frames
   */
  int longestPause(int from, int to, int least) {
    double level = pauseLevel();
    int best = -1;
    int bestLength = least;
    int length = 0;
    for (int i = from; i < to; i++) {
      length = decibels[i] <= level ? length + 1 : 0;
      if (length >= bestLength) {
        best = i - length / 2;
        bestLength = length;
      }
    }
    return best;
  }

  /** The middle of the quietest {@code width} frames between two frames. */
  int quietest(int from, int to, int width) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    int best = (from + to) / 2;
    for (int i = from; i < to; i++) {
      sum += decibels[i];
      if (i - from >= width) {
        sum -= decibels[i - width];
      }
      if (i - from >= width - 1 && sum < least) {
        least = sum;
        best = i - width / 2;
      }
    }
    return best;
  }
}
