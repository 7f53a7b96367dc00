package io.github.ambientgpt.audio.menc;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an encrypted recording says of its samples: one channel of 16 bits.
 *
 * @param rate frames a second
 * @param frames of two bytes each
 */
record Description(int rate, long frames) {
  private static final int BYTES = 2;
  private static final int WAV_HEADER = 44;

  /** More does not fit into a WAV file. */
  private static final long MOST_FRAMES = (0xFFFF_FFFFL - WAV_HEADER) / BYTES;

  /**
   * @throws InvalidInputException when it is not understood, or speaks of other samples
   */
  static Description read(Path file, byte[] json) {
    JsonNode node;
    try {
      node = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new InvalidInputException(
          "%s is broken: its description is no JSON.".formatted(file), e);
    }
    if (node.path("encrypted").isBoolean() && !node.path("encrypted").booleanValue()) {
      throw new InvalidInputException(
          "%s says that it is not encrypted, so that its samples cannot be told from damage."
              .formatted(file));
    }
    long channels = number(file, node, "channels");
    if (channels != 1) {
      throw new InvalidInputException(
          "%s has %d channels, and only recordings with one are known.".formatted(file, channels));
    }
    long width = number(file, node, "sampwidth");
    if (width != BYTES) {
      throw new InvalidInputException(
          "%s has samples of %d bytes, and only those of 2 are known.".formatted(file, width));
    }
    long rate = number(file, node, "framerate");
    if (rate < 4000 || rate > 384_000) {
      throw new InvalidInputException(
          "%s is broken: it cannot have %d samples a second.".formatted(file, rate));
    }
    long frames = number(file, node, "nframes");
    if (frames < 0 || frames > MOST_FRAMES) {
      throw new InvalidInputException(
          "%s is broken: it cannot have %d samples.".formatted(file, frames));
    }
    return new Description((int) rate, frames);
  }

  private static long number(Path file, JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new InvalidInputException(
          "%s is broken: its description has no number '%s'.".formatted(file, name));
    }
    return value.longValue();
  }

  /** Of all samples. */
  long bytes() {
    return frames * BYTES;
  }

  byte[] wavHeader() {
    ByteBuffer header = ByteBuffer.allocate(WAV_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt((int) (WAV_HEADER - 8 + bytes())).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    header.putInt(rate).putInt(rate * BYTES).putShort((short) BYTES);
    header.putShort((short) (BYTES * 8)).put(ascii("data")).putInt((int) bytes());
    return header.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
