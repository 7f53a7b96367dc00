package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;

/**
 * A recording's bytes, and what can be told of them without decoding.
 *
 * @param unfinished an Ogg file without its end mark
 */
record Recording(
    String name,
    SeekableByteChannel channel,
    long size,
    String head,
    Signature signature,
    boolean unfinished) {
  /** An Ogg page is at most so long. */
  private static final int OGG_PAGE = 65_307;

  private static final int OGG_HEADER = 27;

  /** Reads the head, and the tail where that matters; the channel is at its start afterwards. */
  static Recording of(String name, SeekableByteChannel channel, DecoderSettings settings) {
    try {
      long size = channel.size();
      if (size == 0) {
        throw Refusals.empty(name);
      }
      Refusals.ifTooLarge(name, size, settings.maxBytes());
      byte[] head = bytes(channel, 0, Signature.LENGTH);
      Signature signature = Signature.of(head);
      if (signature.foreign()) {
        throw Refusals.foreign(name, signature);
      }
      boolean unfinished = signature == Signature.OGG && !endsWithMark(channel, size);
      channel.position(0);
      return new Recording(name, channel, size, Signature.latin1(head), signature, unfinished);
    } catch (IOException e) {
      throw Refusals.unreadable(name, e);
    }
  }

  /** The usual word for the container that FFmpeg found. */
  String container(String demuxer) {
    return switch (demuxer.split(",")[0]) {
      case "matroska" -> head.substring(0, Math.min(64, head.length())).contains("webm") ? "webm" : "matroska";
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
    return signature == Signature.TEXT
        ? Refusals.foreign(name, signature)
        : Refusals.unknown(name);
  }

  /** Goes over an MP4 file's boxes in search of the index. */
  private boolean hasIndex() {
    try {
      long position = 0;
      while (position + 8 <= size) {
        ByteBuffer box = ByteBuffer.wrap(bytes(channel, position, 16));
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
        if (length < 8) {
          return false;
        }
        position += length;
      }
      return false;
    } catch (IOException e) {
      throw Refusals.unreadable(name, e);
    }
  }

  /** Whether the last page is whole and flagged as the end of its stream. */
  private static boolean endsWithMark(SeekableByteChannel channel, long size) throws IOException {
    byte[] tail = bytes(channel, Math.max(0, size - OGG_PAGE), OGG_PAGE);
    int page = Signature.latin1(tail).lastIndexOf("OggS");
    if (page < 0 || page + OGG_HEADER > tail.length) {
      return false;
    }
    int segments = tail[page + 26] & 0xFF;
    long end = (long) page + OGG_HEADER + segments;
    if (end > tail.length) {
      return false;
    }
    for (int i = 0; i < segments; i++) {
      end += tail[page + OGG_HEADER + i] & 0xFF;
    }
    boolean last = (tail[page + 5] & 4) != 0;
    return last && end <= tail.length;
  }

  private static byte[] bytes(SeekableByteChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    channel.position(position);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // until full, or the end
    }
    byte[] read = new byte[buffer.position()];
    buffer.flip().get(read);
    return read;
  }
}
