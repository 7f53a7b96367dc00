package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.speech.AudioStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The recordings beside these tests, WAV files made on the spot, and sums over samples. */
final class Samples {
  private Samples() {}

  static Path file(String name) {
    try {
      return Path.of(Samples.class.getResource("/samples/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String name) {
    try (InputStream stream = Samples.class.getResourceAsStream("/samples/" + name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A WAV header of 44 bytes. */
  static byte[] wavHeader(int channels, int sampleRate, long dataBytes) {
    ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt((int) (dataBytes + 36)).put(ascii("WAVEfmt ")).putInt(16);
    header.putShort((short) 1).putShort((short) channels).putInt(sampleRate);
    header.putInt(sampleRate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
    return header.put(ascii("data")).putInt((int) dataBytes).array();
  }

  /** A WAV file of interleaved samples from -1 to 1. */
  static byte[] wav(int channels, int sampleRate, float... samples) {
    ByteBuffer data = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      data.putShort((short) Math.round(sample * 32767));
    }
    return concat(wavHeader(channels, sampleRate, data.capacity()), data.array());
  }

  static float[] tone(double hertz, int sampleRate, double seconds, double amplitude) {
    float[] samples = new float[(int) (sampleRate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / sampleRate));
    }
    return samples;
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static float[] readAll(AudioStream audio) {
    float[] all = new float[0];
    float[] buffer = new float[1000];
    for (int n = audio.read(buffer, 0, 1000); n >= 0; n = audio.read(buffer, 0, 1000)) {
      all = Arrays.copyOf(all, all.length + n);
      System.arraycopy(buffer, 0, all, all.length - n, n);
    }
    return all;
  }

  static double loudness(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  /** How alike two signals are, 1 being the same, when one may lag by some samples. */
  static double likeness(float[] one, float[] other, int maxLag) {
    double best = -1;
    for (int lag = -maxLag; lag <= maxLag; lag++) {
      best = Math.max(best, correlation(one, other, lag));
    }
    return best;
  }

  private static double correlation(float[] one, float[] other, int lag) {
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int i = Math.max(0, -lag); i < one.length && i + lag < other.length; i++) {
      product += one[i] * other[i + lag];
      ones += one[i] * one[i];
      others += other[i + lag] * other[i + lag];
    }
    return product / Math.sqrt(ones * others);
  }
}
