package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.speech.AudioStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Samples as a WAV file: 16 kHz, mono, 16 bits. */
final class Wav {
  private static final int HEADER = 44;
  private static final int BYTES = 2;

  private Wav() {}

  static byte[] of(float[] samples) {
    int length = samples.length * BYTES;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
    wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(AudioStream.SAMPLE_RATE).putInt(AudioStream.SAMPLE_RATE * BYTES);
    wav.putShort((short) BYTES).putShort((short) (BYTES * 8));
    wav.put(ascii("data")).putInt(length);
    for (float sample : samples) {
      wav.putShort((short) Math.round(Math.max(-1, Math.min(1, sample)) * Short.MAX_VALUE));
    }
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
