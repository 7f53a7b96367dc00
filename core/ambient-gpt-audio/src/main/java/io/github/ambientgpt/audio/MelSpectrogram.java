package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.speech.AudioStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much of each of 40 bands of pitch is in each hundredth of a second, on the scale of Slaney's
 * Auditory Toolbox as librosa computes it. A band takes a byte, an eighth of an octave of power, so
 * that an hour takes 15 MB. For one thread.
 */
final class MelSpectrogram {
  static final int CHANNELS = 40;

  private static final int WINDOW = AudioStream.SAMPLE_RATE / 40;
  private static final int HOP = AudioStream.SAMPLE_RATE / 100;
  private static final int BINS = WINDOW / 2 + 1;

  /** What comes later than 6 h is not remembered: 90 MB are enough. */
  private static final int MOST_FRAMES = 6 * 3600 * 100;

  /** Steps of a byte in a doubling of power, and the power of the lowest, as a power of two. */
  private static final double STEPS = 8;

  private static final double LOWEST = -24;

  /** What the network was trained with: 30 dB below full scale. */
  private static final double LOUDNESS = 1e-3;

  /** Below this mean power there is no voice: 65 dB below full scale. */
  private static final double NO_SOUND = 3e-7;

  private static final float[] SPECTRUM = spectrum();
  private static final float[] FILTERS = filters();

  private final float[] window = new float[WINDOW];
  private int filled;
  private int frames;
  private byte[] bands = new byte[60 * 100 * CHANNELS];
  private float[] powers = new float[60 * 100];

  void add(float[] samples, int offset, int count) {
    for (int at = offset; at < offset + count; ) {
      int length = Math.min(WINDOW - filled, offset + count - at);
      System.arraycopy(samples, at, window, filled, length);
      filled += length;
      at += length;
      if (filled == WINDOW) {
        frame();
        System.arraycopy(window, HOP, window, 0, WINDOW - HOP);
        filled = WINDOW - HOP;
      }
    }
  }

  /** Of a hundredth of a second each. */
  int frames() {
    return frames;
  }

  /**
   * The energies of frames as if they were as loud as what the network was trained with; empty when
   * there is no sound in them.
   */
  Optional<float[]> normalized(int from, int to) {
    double power = 0;
    for (int i = from; i < to; i++) {
      power += powers[i];
    }
    power /= to - from;
    if (!(power > NO_SOUND)) {
      return Optional.empty();
    }
    double gain = LOUDNESS / power;
    float[] mel = new float[(to - from) * CHANNELS];
    for (int i = 0; i < mel.length; i++) {
      int step = bands[from * CHANNELS + i] & 0xff;
      mel[i] = step == 0 ? 0 : (float) (gain * Math.pow(2, LOWEST + step / STEPS));
    }
    return Optional.of(mel);
  }

  private void frame() {
    if (frames == MOST_FRAMES) {
      return;
    }
    if (frames == powers.length) {
      powers = Arrays.copyOf(powers, 2 * frames);
      bands = Arrays.copyOf(bands, 2 * frames * CHANNELS);
    }
    float[] parts = new float[2 * BINS];
    Rows.add(window, 0, WINDOW, SPECTRUM, 0, parts, 0, parts.length);
    float[] power = new float[BINS];
    for (int i = 0; i < BINS; i++) {
      power[i] = parts[i] * parts[i] + parts[BINS + i] * parts[BINS + i];
    }
    float[] mel = new float[CHANNELS];
    Rows.add(power, 0, BINS, FILTERS, 0, mel, 0, CHANNELS);
    for (int i = 0; i < CHANNELS; i++) {
      double step = mel[i] > 0 ? STEPS * (Math.log(mel[i]) / Math.log(2) - LOWEST) : 0;
      bands[frames * CHANNELS + i] = (byte) Math.max(0, Math.min(255, Math.round(step)));
    }
    double sum = 0;
    for (int i = 0; i < HOP; i++) {
      sum += window[i] * window[i];
    }
    powers[frames++] = (float) (sum / HOP);
  }

  /** For each sample of a window what it adds to the parts of the spectrum. */
  private static float[] spectrum() {
    float[] rows = new float[WINDOW * 2 * BINS];
    for (int i = 0; i < WINDOW; i++) {
      double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
      for (int bin = 0; bin < BINS; bin++) {
        double angle = 2 * Math.PI * i * bin / WINDOW;
        rows[i * 2 * BINS + bin] = (float) (hann * Math.cos(angle));
        rows[i * 2 * BINS + BINS + bin] = (float) (hann * Math.sin(angle));
      }
    }
    return rows;
  }

  /** For each bin of the spectrum what it adds to the bands: triangles of equal area. */
  private static float[] filters() {
    double[] edges = new double[CHANNELS + 2];
    double highest = mel(AudioStream.SAMPLE_RATE / 2.0);
    for (int i = 0; i < edges.length; i++) {
      edges[i] = hertz(highest * i / (CHANNELS + 1));
    }
    float[] rows = new float[BINS * CHANNELS];
    for (int bin = 0; bin < BINS; bin++) {
      double hertz = (double) bin * AudioStream.SAMPLE_RATE / WINDOW;
      for (int band = 0; band < CHANNELS; band++) {
        double up = (hertz - edges[band]) / (edges[band + 1] - edges[band]);
        double down = (edges[band + 2] - hertz) / (edges[band + 2] - edges[band + 1]);
        double height = Math.max(0, Math.min(up, down));
        rows[bin * CHANNELS + band] = (float) (height * 2 / (edges[band + 2] - edges[band]));
      }
    }
    return rows;
  }

  /** Even steps below 1,000 Hz, then 27 to a factor of 6.4. */
  private static double mel(double hertz) {
    return hertz < 1000 ? hertz * 3 / 200 : 15 + Math.log(hertz / 1000) * 27 / Math.log(6.4);
  }

  private static double hertz(double mel) {
    return mel < 15 ? mel * 200 / 3 : 1000 * Math.exp((mel - 15) * Math.log(6.4) / 27);
  }
}
