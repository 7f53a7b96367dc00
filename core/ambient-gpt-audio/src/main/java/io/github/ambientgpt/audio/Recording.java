package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;

/**
 * A recording's bytes, and what can be told of them without decoding.
 *
 * @param unfinished the file ends before its own structure does
 */
record Recording(
    String name,
    SeekableByteChannel channel,
    long size,
    String head,
    Signature signature,
    boolean unfinished) {
  private static final int MAX_BOXES = 10_000;

  /** Reads the head and looks for the end; the channel is at its start afterwards. */
  static Recording of(String name, SeekableByteChannel channel, DecoderSettings settings) {
    try {
      long size = channel.size();
      if (size == 0) {
        throw Refusals.empty(name);
      }
      Refusals.ifTooLarge(name, size, settings.maxBytes());
      byte[] head = Ending.read(channel, 0, Signature.LENGTH);
      Signature signature = Signature.of(head);
      if (signature.foreign()) {
        throw Refusals.foreign(name, signature);
      }
      boolean unfinished = Ending.isMissing(signature, channel);
      channel.position(0);
      return new Recording(name, channel, size, Signature.latin1(head), signature, unfinished);
    } catch (IOException e) {
      throw Refusals.unreadable(name, e);
    }
  }

  /** The usual word for the container that FFmpeg found. */
  String container(String demuxer) {
    return switch (demuxer.split(",")[0]) {
      case "matroska" ->
          head.substring(0, Math.min(64, head.length())).contains("webm") ? "webm" : "matroska";
      case "mov" -> brand();
      default -> demuxer;
    };
  }

  private String brand() {
    if (signature != Signature.MP4 || head.length() < 12) {
      return "mov";
    }
    String brand = head.substring(8, 12).strip().toLowerCase(Locale.ROOT);
    return switch (brand) {
      case "m4a", "m4b" -> "m4a";
      case "qt" -> "mov";
      default -> "mp4";
    };
  }

  /** Why FFmpeg could make nothing of it. */
  InvalidInputException refusal() {
    if (signature == Signature.MP4 && !hasIndex()) {
      return Refusals.withoutIndex(name);
    }
    if (signature.supported()) {
      return Refusals.damaged(name, signature);
    }
    return signature == Signature.TEXT ? Refusals.foreign(name, signature) : Refusals.unknown(name);
  }

  /** Goes over an MP4 file's boxes in search of the index. */
  private boolean hasIndex() {
    try {
      long position = 0;
      for (int i = 0; i < MAX_BOXES && position + 8 <= size; i++) {
        ByteBuffer box = ByteBuffer.wrap(Ending.read(channel, position, 16));
        if (box.limit() < 8) {
          return false;
        }
        long length = Integer.toUnsignedLong(box.getInt(0));
        if (Signature.latin1(box.array()).startsWith("moov", 4)) {
          return true;
        }
        if (length == 1 && box.limit() == 16) {
          length = box.getLong(8);
        }
        if (length < 8 || length > size) {
          return false; // the last box, or nonsense
        }
        position += length;
      }
      return false;
    } catch (IOException e) {
      throw Refusals.unreadable(name, e);
    }
  }

  /** Its first bytes may be clinical. */
  @Override
  public String toString() {
    return "Recording[%s, %d bytes]".formatted(signature, size);
  }
}
