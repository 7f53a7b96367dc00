package io.github.ambientgpt.smoke;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sound as a WAV file, 16 kHz mono. */
final class Sound {
  private static final int RATE = 16_000;

  private Sound() {}

  /** In pieces of a second: so much need not lie in memory. */
  static List<byte[]> silence(Duration length) {
    int seconds = (int) length.toSeconds();
    List<byte[]> pieces = new ArrayList<>(seconds + 1);
    pieces.add(header(seconds * RATE * 2));
    byte[] second = new byte[RATE * 2];
    for (int i = 0; i < seconds; i++) {
      pieces.add(second);
    }
    return pieces;
  }

  private static byte[] header(int bytes) {
    return ByteBuffer.allocate(44)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(36 + bytes)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RATE)
        .putInt(RATE * 2)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(bytes)
        .array();
  }
}
