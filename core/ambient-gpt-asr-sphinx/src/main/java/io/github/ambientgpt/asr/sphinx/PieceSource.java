package io.github.ambientgpt.asr.sphinx;

import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataEndSignal;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import io.github.ambientgpt.core.speech.AudioStream;
import java.util.Random;

/** Feeds one piece of audio after another to Sphinx's front end, each as one utterance. */
final class PieceSource extends BaseDataProcessor {
  private static final int BLOCK = AudioStream.SAMPLE_RATE / 10;

  /** Sphinx counts in 16-bit steps. */
  private static final double FULL_SCALE = 32768;

  private float[] samples = {};
  private int position;
  private boolean started = true;
  private Random dither = new Random(0);

  /** The samples that are given next; those that were left of others are dropped. */
  void give(float[] piece) {
    samples = piece;
    position = 0;
    started = false;
    dither = new Random(0); // so that the same audio gives the same words
  }

  @Override
  public Data getData() {
    if (!started) {
      started = true;
      return new DataStartSignal(AudioStream.SAMPLE_RATE);
    }
    if (position > samples.length) {
      return null;
    }
    if (position == samples.length) {
      position++;
      return new DataEndSignal(0);
    }
    double[] block = new double[Math.min(BLOCK, samples.length - position)];
    for (int i = 0; i < block.length; i++) {
      // half a step of noise: the logarithm of pure zero would be no number
      block[i] = samples[position + i] * FULL_SCALE + dither.nextDouble() - 0.5;
    }
    Data data = new DoubleData(block, AudioStream.SAMPLE_RATE, position);
    position += block.length;
    return data;
  }
}
