package io.github.ambientgpt.audio;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A recording whose bytes another process gives, piece by piece, when asked for them. */
final class PipedChannel implements SeekableByteChannel {
  private final DataInputStream in;
  private final DataOutputStream out;
  private final long size;
  private final byte[] piece = new byte[ChildMessage.MOST_BYTES];
  private long pieceStart;
  private int pieceLength;
  private long position;
  private boolean open = true;

  PipedChannel(DataInputStream in, DataOutputStream out, long size) {
    this.in = in;
    this.out = out;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    if (position < pieceStart || position >= pieceStart + pieceLength) {
      fetch();
      if (pieceLength == 0) {
        return -1;
      }
    }
    int offset = (int) (position - pieceStart);
    int count = Math.min(target.remaining(), pieceLength - offset);
    target.put(piece, offset, count);
    position += count;
    return count;
  }

  private void fetch() throws IOException {
    out.writeByte(ChildMessage.READ);
    out.writeLong(position);
    out.writeInt(piece.length);
    out.flush();
    int count = in.readInt();
    if (count == ChildMessage.BROKEN) {
      throw new IOException("the recording cannot be read on");
    }
    pieceStart = position;
    pieceLength = Math.max(0, count);
    in.readFully(piece, 0, pieceLength);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long other) {
    position = other;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }
}
