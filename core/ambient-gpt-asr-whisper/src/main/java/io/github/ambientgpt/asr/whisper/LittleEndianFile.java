package io.github.ambientgpt.asr.whisper;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads forward through a file of any size; skipping costs nothing. */
final class LittleEndianFile implements AutoCloseable {
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN).limit(0);

  LittleEndianFile(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.READ);
    size = channel.size();
  }

  long size() {
    return size;
  }

  boolean atEnd() throws IOException {
    return position() == size;
  }

  int int32() throws IOException {
    if (buffer.remaining() < Integer.BYTES) {
      buffer.compact();
      while (buffer.position() < Integer.BYTES) {
        if (channel.read(buffer) < 0) {
          throw new EOFException();
        }
      }
      buffer.flip();
    }
    return buffer.getInt();
  }

  /**
   * @throws EOFException when the file ends before
   */
  void skip(long count) throws IOException {
    if (count <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) count);
      return;
    }
    long target = position() + count;
    if (target > size) {
      throw new EOFException();
    }
    channel.position(target);
    buffer.limit(0);
  }

  private long position() throws IOException {
    return channel.position() - buffer.remaining();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
