package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.speech.VoiceActivity;
import java.util.Arrays;

/**
 * libfvad, made to judge by how much louder than the room something is.
 *
 * <p>libfvad alone calls any loud noise speech, a fan or an air conditioner too, and hears soft
 * speech well: measured, it hears speech at a level of -66 dB, and takes white noise above -34 dB
 * for speech. So what it is given is turned down until the room's noise, the level that a tenth of
 * the last half minute stays under, is at -50 dB. Nothing is ever turned up.
 */
final class FvadActivity implements VoiceActivity {
  /** Frames that are remembered: 30 s. */
  private static final int MEMORY = 1500;

  /** Where the room's noise is put at most: -50 dB. */
  private static final double NOISE = 0.003;

  private static final float FULL_SCALE = 32767;

  private final Fvad fvad;
  private final double[] levels = new double[MEMORY];
  private final short[] frame = new short[FRAME];
  private int remembered;
  private int oldest;

  /**
   * @param fvad its own: closed with this
   */
  FvadActivity(Fvad fvad) {
    this.fvad = fvad;
  }

  @Override
  public boolean[] judge(float[] samples, int from, int to) {
    boolean[] speech = new boolean[(to - from + FRAME - 1) / FRAME];
    for (int i = 0; i < speech.length; i++) {
      remember(level(samples, from + i * FRAME, to));
    }
    float gain = (float) Math.min(1, NOISE / room()) * FULL_SCALE;
    for (int i = 0; i < speech.length; i++) {
      speech[i] = isSpeech(samples, from + i * FRAME, to, gain);
    }
    return speech;
  }

  /** Root mean square about the mean; what is broken counts as silence. */
  private static double level(float[] samples, int from, int end) {
    int to = Math.min(end, from + FRAME);
    double sum = 0;
    double squares = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
      squares += (double) samples[i] * samples[i];
    }
    double mean = sum / (to - from);
    double variance = squares / (to - from) - mean * mean;
    return variance > 0 ? Math.sqrt(variance) : 0;
  }

  private void remember(double level) {
    levels[oldest] = level;
    oldest = (oldest + 1) % MEMORY;
    remembered = Math.min(MEMORY, remembered + 1);
  }

  private double room() {
    if (remembered == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(levels, remembered);
    Arrays.sort(sorted);
    return sorted[sorted.length / 10];
  }

  /** A short frame at the end is filled up with silence. */
  private boolean isSpeech(float[] samples, int from, int end, float gain) {
    for (int i = 0; i < FRAME; i++) {
      frame[i] = from + i < end ? (short) (samples[from + i] * gain) : 0;
    }
    return fvad.isSpeech(frame);
  }

  @Override
  public void close() {
    fvad.close();
  }
}
