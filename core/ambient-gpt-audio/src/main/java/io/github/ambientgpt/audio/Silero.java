package io.github.ambientgpt.audio;

import io.github.ambientgpt.audio.SileroWeights.Convolution;
import java.util.Arrays;

/**
 * Silero VAD: how probable it is that somebody speaks, for each 32 ms. It remembers what it heard,
 * so that one is for one stream of sound, and one thread.
 *
 * <p>Spectrum of four overlapping windows, four convolutions, a layer of long short-term memory
 * (Silero Team: Silero VAD, 2021 to 2025; version 6.2).
 */
final class Silero {
  /** Samples that are judged at once. */
  static final int CHUNK = 512;

  /** Samples of the chunk before that are heard again, and those that are mirrored at the end. */
  private static final int CONTEXT = 64;

  private static final int WINDOW = 256;
  private static final int HOP = 128;
  private static final int STEPS = 4;
  private static final int BINS = 129;
  private static final int CELLS = 128;

  private final SileroWeights weights = SileroWeights.get();
  private final float[] sound = new float[CONTEXT + CHUNK + CONTEXT];
  private final float[] output = new float[CELLS];
  private final float[] memory = new float[CELLS];

  /**
   * @param chunk {@link #CHUNK} samples, -1 to 1, those that follow the last
   * @return 0 to 1
   */
  float speech(float[] chunk) {
    System.arraycopy(sound, CHUNK, sound, 0, CONTEXT);
    System.arraycopy(chunk, 0, sound, CONTEXT, CHUNK);
    int end = CONTEXT + CHUNK;
    for (int i = 0; i < CONTEXT; i++) {
      sound[end + i] = sound[end - 2 - i];
    }
    float[] features = magnitudes();
    int steps = STEPS;
    for (Convolution layer : weights.encoder) {
      features = apply(layer, features, steps);
      steps = (steps - 1) / layer.stride() + 1;
    }
    remember(features);
    float sum = weights.outputBias;
    for (int i = 0; i < CELLS; i++) {
      sum += weights.output[i] * Math.max(0, output[i]);
    }
    return sigmoid(sum);
  }

  private float[] magnitudes() {
    float[] magnitudes = new float[STEPS * BINS];
    float[] parts = new float[2 * BINS];
    for (int step = 0; step < STEPS; step++) {
      Arrays.fill(parts, 0);
      Rows.add(sound, step * HOP, WINDOW, weights.spectrum, 0, parts, 0, parts.length);
      for (int i = 0; i < BINS; i++) {
        float real = parts[i];
        float imaginary = parts[BINS + i];
        magnitudes[step * BINS + i] = (float) Math.sqrt(real * real + imaginary * imaginary);
      }
    }
    return magnitudes;
  }

  private static float[] apply(Convolution layer, float[] in, int steps) {
    int size = layer.outputs();
    int count = (steps - 1) / layer.stride() + 1;
    float[] out = new float[count * size];
    for (int step = 0; step < count; step++) {
      System.arraycopy(layer.bias(), 0, out, step * size, size);
      for (int tap = 0; tap < 3; tap++) {
        int from = step * layer.stride() + tap - 1;
        if (from >= 0 && from < steps) {
          int row = tap * layer.inputs() * size;
          int first = from * layer.inputs();
          Rows.add(in, first, layer.inputs(), layer.weights(), row, out, step * size, size);
        }
      }
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(0, out[i]);
    }
    return out;
  }

  /** The gates: what to take in, what to keep, what it is, what to show. */
  private void remember(float[] input) {
    float[] gates = weights.gateBias.clone();
    Rows.add(input, 0, CELLS, weights.inputGates, 0, gates, 0, gates.length);
    Rows.add(output, 0, CELLS, weights.stateGates, 0, gates, 0, gates.length);
    for (int i = 0; i < CELLS; i++) {
      float taken = sigmoid(gates[i]) * (float) Math.tanh(gates[2 * CELLS + i]);
      memory[i] = sigmoid(gates[CELLS + i]) * memory[i] + taken;
      output[i] = sigmoid(gates[3 * CELLS + i]) * (float) Math.tanh(memory[i]);
    }
  }

  private static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }
}
