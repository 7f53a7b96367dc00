package io.github.ambientgpt.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Whether a file ends before its own structure does. FFmpeg takes the end of such files for the end
 * of the recording; where it tells (FLAC, MP3, MP4) nothing is looked for here.
 */
final class Ending {
  /** Recorders that stream do not know the length and write one of the largest numbers instead. */
  private static final long UNKNOWN_WAV_LENGTH = 0x7FFF_0000L;

  /** An Ogg page is at most so long. */
  private static final int OGG_PAGE = 65_307;

  private static final int OGG_HEADER = 27;
  private static final int OGG_END_OF_STREAM = 4;

  /** An id of up to four bytes and a length of up to eight. */
  private static final int EBML_HEADER = 12;

  /** Browsers write a dozen elements a second: a day's worth. */
  private static final int MAX_ELEMENTS = 1_000_000;

  private Ending() {}

  static boolean isMissing(Signature signature, SeekableByteChannel channel) throws IOException {
    return switch (signature) {
      case WAV -> isMissingFromWav(channel);
      case OGG -> isMissingFromOgg(channel);
      case MATROSKA -> isMissingFromMatroska(channel);
      default -> false;
    };
  }

  /** The data chunk is longer than the file. */
  private static boolean isMissingFromWav(SeekableByteChannel channel) throws IOException {
    long position = 12;
    for (int i = 0; i < MAX_ELEMENTS && position + 8 <= channel.size(); i++) {
      byte[] bytes = read(channel, position, 8);
      int field = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
      long length = Integer.toUnsignedLong(field);
      long end = position + 8 + length;
      if (Signature.latin1(bytes).startsWith("data")) {
        return end > channel.size() && length < UNKNOWN_WAV_LENGTH;
      }
      position = end + (length & 1);
    }
    return false;
  }

  /** The last page is not whole, or not flagged as the last. */
  private static boolean isMissingFromOgg(SeekableByteChannel channel) throws IOException {
    byte[] tail = read(channel, Math.max(0, channel.size() - OGG_PAGE), OGG_PAGE);
    int page = Signature.latin1(tail).lastIndexOf("OggS");
    if (page < 0 || page + OGG_HEADER > tail.length) {
      return true;
    }
    int segments = tail[page + OGG_HEADER - 1] & 0xFF;
    long end = (long) page + OGG_HEADER + segments;
    for (int i = 0; i < segments && end <= tail.length; i++) {
      end += tail[page + OGG_HEADER + i] & 0xFF;
    }
    return end > tail.length || (tail[page + 5] & OGG_END_OF_STREAM) == 0;
  }

  /** Some element is longer than the file; a browser's segments and clusters have no length. */
  private static boolean isMissingFromMatroska(SeekableByteChannel channel) throws IOException {
    long position = 0;
    for (int i = 0; i < MAX_ELEMENTS && position < channel.size(); i++) {
      byte[] bytes = read(channel, position, EBML_HEADER);
      int idLength = Integer.numberOfLeadingZeros(bytes[0] & 0xFF) - 23;
      if (idLength > 4) {
        return false;
      }
      if (idLength >= bytes.length) {
        return true;
      }
      int sizeLength = Integer.numberOfLeadingZeros(bytes[idLength] & 0xFF) - 23;
      if (sizeLength > 8) {
        return false;
      }
      if (idLength + sizeLength > bytes.length) {
        return true;
      }
      long unknown = (1L << 7 * sizeLength) - 1;
      long size = 0;
      for (int j = 0; j < sizeLength; j++) {
        size = size << 8 | bytes[idLength + j] & 0xFF;
      }
      size &= unknown;
      position += idLength + sizeLength + (size == unknown ? 0 : size);
    }
    return position > channel.size();
  }

  /** Fewer bytes at the end of the file. */
  static byte[] read(SeekableByteChannel channel, long position, int length) throws IOException {
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
