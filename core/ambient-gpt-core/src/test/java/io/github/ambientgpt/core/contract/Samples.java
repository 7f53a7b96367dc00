package io.github.ambientgpt.core.contract;

import io.github.ambientgpt.core.speech.AudioStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Audio for tests: 16 kHz, mono, -1 to 1.
 *
 * @since 0.1.0
 */
public final class Samples {
  /** What is said in {@link #jfk()}. */
  public static final String JFK_WORDS =
      "and so my fellow americans ask not what your country can do for you"
          + " ask what you can do for your country";

  private static final int WAV_HEADER = 44;

  private Samples() {}

  /** Eleven seconds of real speech. */
  public static float[] jfk() {
    try (InputStream file = Samples.class.getResourceAsStream("jfk.wav")) {
      byte[] bytes = file.readAllBytes();
      var numbers =
          ByteBuffer.wrap(bytes, WAV_HEADER, bytes.length - WAV_HEADER)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer();
      float[] samples = new float[numbers.remaining()];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = numbers.get(i) / 32768f;
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static float[] silence(double seconds) {
    return new float[(int) Math.round(seconds * AudioStream.SAMPLE_RATE)];
  }

  /**
   * White noise, the same for the same arguments.
   *
   * @param loudness root mean square, 0 to 1
   */
  public static float[] noise(double seconds, double loudness, long seed) {
    Random random = new Random(seed);
    float[] samples = silence(seconds);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.max(-1, Math.min(1, random.nextGaussian() * loudness));
    }
    return samples;
  }

  public static float[] joined(float[]... parts) {
    float[] all = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** The same samples many times over, in no more memory than once. */
  public static CountingAudio repeated(float[] samples, int times) {
    return new CountingAudio(samples, times);
  }

  /** Knows how far it was read, and whether it was closed. */
  public static final class CountingAudio implements AudioStream {
    private final float[] samples;
    private final long total;
    private long position;
    private boolean closed;

    private CountingAudio(float[] samples, int times) {
      this.samples = samples;
      this.total = (long) samples.length * times;
    }

    @Override
    public int read(float[] buffer, int offset, int length) {
      if (position == total) {
        return -1;
      }
      int from = (int) (position % samples.length);
      // an odd size, as decoders give it
      int count = Math.min(Math.min(length, 1153), samples.length - from);
      System.arraycopy(samples, from, buffer, offset, count);
      position += count;
      return count;
    }

    @Override
    public OptionalDouble duration() {
      return OptionalDouble.of((double) total / SAMPLE_RATE);
    }

    @Override
    public void close() {
      closed = true;
    }

    /** Seconds that were read. */
    public double heard() {
      return (double) position / SAMPLE_RATE;
    }

    public boolean isClosed() {
      return closed;
    }
  }
}
