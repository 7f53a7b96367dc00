package io.github.ambientgpt.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The weights of Resemblyzer 0.1.4 (Apache 2.0, Resemble AI), as floats of 16 bits one after the
 * other, turned about so that the inner loops run over neighbours in memory: of each layer what an
 * input adds to the four gates, what a state adds, the bias; then the linear layer and its bias.
 * Immutable.
 */
final class Ge2eWeights {
  private static final int CELLS = 256;
  private static final int LAYERS = 3;

  /** Read when they are first needed. */
  private static final class Loaded {
    static final Ge2eWeights WEIGHTS = load();
  }

  final Layer[] layers = new Layer[LAYERS];
  final float[] output;
  final float[] outputBias;

  record Layer(float[] input, float[] state, float[] bias) {}

  private Ge2eWeights(ByteBuffer file) {
    int width = MelSpectrogram.CHANNELS;
    for (int i = 0; i < LAYERS; i++) {
      layers[i] =
          new Layer(
              read(file, width * 4 * CELLS), read(file, CELLS * 4 * CELLS), read(file, 4 * CELLS));
      width = CELLS;
    }
    this.output = read(file, CELLS * CELLS);
    this.outputBias = read(file, CELLS);
  }

  static Ge2eWeights get() {
    return Loaded.WEIGHTS;
  }

  private static Ge2eWeights load() {
    try (InputStream in = Ge2eWeights.class.getResourceAsStream("ge2e.f16")) {
      return new Ge2eWeights(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] read(ByteBuffer file, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = HalfFloat.single(file.getShort());
    }
    return values;
  }
}
