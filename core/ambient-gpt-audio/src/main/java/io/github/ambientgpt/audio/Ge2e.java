package io.github.ambientgpt.audio;

/**
 * The voice encoder of Resemblyzer: three layers of long short-term memory and a linear one (Wan
 * and others: Generalized End-to-End Loss for Speaker Verification, 2018). For one thread.
 */
final class Ge2e {
  private static final int CELLS = 256;
  private static final int GATES = 4 * CELLS;

  private final Ge2eWeights weights = Ge2eWeights.get();

  /**
   * @param mel frames of {@link MelSpectrogram#CHANNELS} energies
   * @return 256 numbers of at least 0, whose squares add up to 1
   */
  float[] voice(float[] mel) {
    float[] in = mel;
    int width = MelSpectrogram.CHANNELS;
    for (Ge2eWeights.Layer layer : weights.layers) {
      in = apply(layer, in, width);
      width = CELLS;
    }
    float[] voice = weights.outputBias.clone();
    Rows.add(in, in.length - CELLS, CELLS, weights.output, 0, voice, 0, CELLS);
    double squares = 0;
    for (int i = 0; i < CELLS; i++) {
      voice[i] = Math.max(0, voice[i]);
      squares += voice[i] * voice[i];
    }
    float norm = (float) Math.max(1e-9, Math.sqrt(squares));
    for (int i = 0; i < CELLS; i++) {
      voice[i] /= norm;
    }
    return voice;
  }

  private static float[] apply(Ge2eWeights.Layer layer, float[] in, int width) {
    int steps = in.length / width;
    float[] out = new float[steps * CELLS];
    float[] memory = new float[CELLS];
    float[] gates = new float[GATES];
    for (int step = 0; step < steps; step++) {
      System.arraycopy(layer.bias(), 0, gates, 0, GATES);
      Rows.add(in, step * width, width, layer.input(), 0, gates, 0, GATES);
      if (step > 0) {
        Rows.add(out, (step - 1) * CELLS, CELLS, layer.state(), 0, gates, 0, GATES);
      }
      for (int i = 0; i < CELLS; i++) {
        float taken = sigmoid(gates[i]) * (float) Math.tanh(gates[2 * CELLS + i]);
        memory[i] = sigmoid(gates[CELLS + i]) * memory[i] + taken;
        out[step * CELLS + i] = sigmoid(gates[3 * CELLS + i]) * (float) Math.tanh(memory[i]);
      }
    }
    return out;
  }

  private static float sigmoid(float x) {
    return (float) (1 / (1 + Math.exp(-x)));
  }
}
