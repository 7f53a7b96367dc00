package io.github.ambientgpt.audio;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The weights of Silero VAD 6.2 for 16 kHz (MIT, Silero Team), read from whisper.cpp's form of them
 * beside this class. Turned about, so that the inner loops run over neighbours in memory.
 * Immutable.
 */
final class SileroWeights {
  private static final String FILE = "silero-v6.2.0.ggml";

  /** Numbers before the tensors: window, context, four layers of three, then four sizes. */
  private static final int HEADER = 3 + 2 + 1 + 4 * 3 + 4;

  private static final int HALF_FLOATS = 1;

  private static final SileroWeights WEIGHTS = load();

  /** For each of 256 samples, what it adds to the 258 parts of the spectrum. */
  final float[] spectrum;

  final Convolution[] encoder;

  /** For each of 128 inputs, what it adds to the four gates of 128 cells. */
  final float[] inputGates;

  /** The same for each of the cells' last outputs. */
  final float[] stateGates;

  final float[] gateBias;
  final float[] output;
  final float outputBias;

  /**
   * A convolution over three neighbours.
   *
   * @param weights for each tap and input, what it adds to the outputs
   */
  record Convolution(int inputs, int outputs, int stride, float[] weights, float[] bias) {}

  private record Tensor(int[] sizes, float[] values) {}

  private SileroWeights(Map<String, Tensor> tensors) {
    this.spectrum = turned(tensors.get("_model.stft.forward_basis_buffer").values, 258, 256);
    this.encoder =
        new Convolution[] {
          convolution(tensors, 0, 1),
          convolution(tensors, 1, 2),
          convolution(tensors, 2, 2),
          convolution(tensors, 3, 1)
        };
    this.inputGates = turned(tensors.get("_model.decoder.rnn.weight_ih").values, 512, 128);
    this.stateGates = turned(tensors.get("_model.decoder.rnn.weight_hh").values, 512, 128);
    float[] bias = tensors.get("_model.decoder.rnn.bias_ih").values.clone();
    float[] more = tensors.get("_model.decoder.rnn.bias_hh").values;
    for (int i = 0; i < bias.length; i++) {
      bias[i] += more[i];
    }
    this.gateBias = bias;
    this.output = tensors.get("_model.decoder.decoder.2.weight").values;
    this.outputBias = tensors.get("_model.decoder.decoder.2.bias").values[0];
  }

  static SileroWeights get() {
    return WEIGHTS;
  }

  private static Convolution convolution(Map<String, Tensor> tensors, int layer, int stride) {
    String name = "_model.encoder." + layer + ".reparam_conv.";
    Tensor weight = tensors.get(name + "weight");
    int taps = weight.sizes[0];
    int inputs = weight.sizes[1];
    int outputs = weight.sizes[2];
    float[] turned = new float[taps * inputs * outputs];
    for (int out = 0; out < outputs; out++) {
      for (int in = 0; in < inputs; in++) {
        for (int tap = 0; tap < taps; tap++) {
          turned[(tap * inputs + in) * outputs + out] =
              weight.values[(out * inputs + in) * taps + tap];
        }
      }
    }
    return new Convolution(inputs, outputs, stride, turned, tensors.get(name + "bias").values);
  }

  private static float[] turned(float[] rows, int height, int width) {
    float[] columns = new float[rows.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        columns[x * height + y] = rows[y * width + x];
      }
    }
    return columns;
  }

  private static SileroWeights load() {
    try (InputStream in = SileroWeights.class.getResourceAsStream(FILE)) {
      ByteBuffer file = ByteBuffer.wrap(new DataInputStream(in).readAllBytes());
      return new SileroWeights(tensors(file.order(ByteOrder.LITTLE_ENDIAN)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Tensor> tensors(ByteBuffer file) {
    file.position(Integer.BYTES); // the magic number
    file.position(file.getInt() + file.position());
    file.position(file.position() + HEADER * Integer.BYTES);
    Map<String, Tensor> tensors = new HashMap<>();
    while (file.hasRemaining()) {
      int[] sizes = new int[file.getInt()];
      byte[] name = new byte[file.getInt()];
      boolean half = file.getInt() == HALF_FLOATS;
      int count = 1;
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = file.getInt();
        count *= sizes[i];
      }
      file.get(name);
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = half ? HalfFloat.single(file.getShort()) : file.getFloat();
      }
      tensors.put(new String(name, StandardCharsets.US_ASCII), new Tensor(sizes, values));
    }
    return tensors;
  }
}
