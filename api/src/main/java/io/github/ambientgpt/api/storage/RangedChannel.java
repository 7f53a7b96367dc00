package io.github.ambientgpt.api.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads from a place that gives any range of its bytes. It asks for more than is read, and keeps
 * that.
 */
final class RangedChannel implements SeekableByteChannel {
  private static final int AHEAD = 1 << 20;

  /** Gives the bytes from one to before the other. */
  @FunctionalInterface
  interface Ranges {
    byte[] read(long from, long to) throws IOException;
  }

  private final long size;
  private final Ranges ranges;
  private long position;
  private long start;
  private byte[] ahead = new byte[0];
  private boolean open = true;

  RangedChannel(long size, Ranges ranges) {
    this.size = size;
    this.ranges = ranges;
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    requireOpen();
    if (position >= size) {
      return -1;
    }
    if (position < start || position >= start + ahead.length) {
      start = position;
      ahead = ranges.read(start, Math.min(size, start + AHEAD));
    }
    int offset = (int) (position - start);
    int count = Math.min(to.remaining(), ahead.length - offset);
    to.put(ahead, offset, count);
    position += count;
    return count;
  }

  @Override
  public long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long other) throws IOException {
    requireOpen();
    if (other < 0) {
      throw new IllegalArgumentException("A position is 0 or more");
    }
    position = other;
    return this;
  }

  @Override
  public long size() throws IOException {
    requireOpen();
    return size;
  }

  private void requireOpen() throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    ahead = new byte[0];
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long other) {
    throw new NonWritableChannelException();
  }
}
