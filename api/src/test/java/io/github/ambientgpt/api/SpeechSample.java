package io.github.ambientgpt.api;

import io.github.ambientgpt.core.contract.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Sound for tests: speech for the recognizer of recordings, which hears nothing else; tones for the
 * one that hears live.
 */
public final class SpeechSample {
  public static final int RATE = 16_000;

  private SpeechSample() {}

  /** PCM, s16le, mono, 16 kHz: as many tones of one second, each followed by two of quiet. */
  public static byte[] pcm(int tones) {
    ByteBuffer bytes = ByteBuffer.allocate(tones * 3 * RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int tone = 0; tone < tones; tone++) {
      for (int i = 0; i < 3 * RATE; i++) {
        double loud = i < RATE ? 0.4 * Math.sin(2 * Math.PI * 440 * i / RATE) : 0;
        bytes.putShort((short) (loud * Short.MAX_VALUE));
      }
    }
    return bytes.array();
  }

  /** As many times one second of real speech, followed by two of quiet. */
  public static byte[] wav(int times) {
    float[] speech = Samples.jfk();
    int from = RATE * 2 / 5; // where the first word begins
    ByteBuffer bytes = ByteBuffer.allocate(times * 3 * RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int time = 0; time < times; time++) {
      for (int i = 0; i < 3 * RATE; i++) {
        bytes.putShort((short) (i < RATE ? speech[from + i] * Short.MAX_VALUE : 0));
      }
    }
    return wav(bytes.array());
  }

  /** Seconds of nothing. */
  public static byte[] silence(int seconds) {
    return wav(new byte[seconds * RATE * 2]);
  }

  private static byte[] wav(byte[] pcm) {
    return ByteBuffer.allocate(44 + pcm.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(36 + pcm.length)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RATE)
        .putInt(RATE * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(pcm.length)
        .put(pcm)
        .array();
  }
}
