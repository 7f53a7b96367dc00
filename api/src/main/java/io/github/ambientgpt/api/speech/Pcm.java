package io.github.ambientgpt.api.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** Sound as it comes over a socket: s16le, mono, 16 kHz. */
public final class Pcm {
  public static final int BYTES_PER_SAMPLE = 2;

  private static final float SCALE = 1f / 32768;

  private Pcm() {}

  /** From -1 to 1; an odd byte at the end is none. */
  public static float[] samples(ByteBuffer bytes) {
    ShortBuffer shorts = bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] samples = new float[shorts.remaining()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = shorts.get(i) * SCALE;
    }
    return samples;
  }
}
