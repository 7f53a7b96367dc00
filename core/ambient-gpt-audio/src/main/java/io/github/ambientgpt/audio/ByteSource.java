package io.github.ambientgpt.audio;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Bytes for FFmpeg from a Java channel. FFmpeg thus opens nothing itself: no path, no URL, no
 * playlist's next file.
 */
final class ByteSource implements AutoCloseable {
  private static final int BUFFER_SIZE = 64 << 10;
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;

  /**
   * JavaCPP makes at most ten native callbacks of a kind, so all sources share one; FFmpeg hands
   * back the key by which it finds its source.
   */
  private static final Map<Long, ByteSource> OPEN = new ConcurrentHashMap<>();

  private static final Read READ = new Read();
  private static final Seek SEEK = new Seek();

  private final String name;
  private final SeekableByteChannel channel;
  private final Pointer key = av_malloc(1);
  private final AVIOContext context;
  private IOException failure;

  /** Takes over the channel, which is at its start. */
  ByteSource(String name, SeekableByteChannel channel) {
    this.name = name;
    this.channel = channel;
    BytePointer buffer = new BytePointer(av_malloc(BUFFER_SIZE));
    this.context = avio_alloc_context(buffer, BUFFER_SIZE, 0, key, READ, null, SEEK);
    OPEN.put(key.address(), this);
  }

  AVIOContext context() {
    return context;
  }

  /** FFmpeg takes a broken channel for the end of the file; this tells the two apart. */
  void throwIfBroken() {
    if (failure instanceof ClosedByInterruptException) {
      throw new CancelledException();
    }
    if (failure != null) {
      throw EngineException.passing(
          "'%s' cannot be read on: %s. Look at the disk or network that it is on and try again."
              .formatted(name, failure.getMessage()),
          failure);
    }
  }

  @Override
  public void close() {
    OPEN.remove(key.address());
    // FFmpeg may have replaced the buffer that it was given.
    av_free(context.buffer());
    avio_context_free(context);
    av_free(key);
    try {
      channel.close();
    } catch (IOException e) {
      throw EngineException.lasting("'%s' cannot be closed.".formatted(name), e);
    }
  }

  private int read(BytePointer buffer, int size) {
    try {
      int count = channel.read(buffer.capacity(size).asByteBuffer());
      return count <= 0 ? AVERROR_EOF() : count;
    } catch (IOException e) {
      failure = e;
      return AVERROR_EIO();
    }
  }

  private long seek(long offset, int whence) {
    try {
      if (whence == AVSEEK_SIZE) {
        return channel.size();
      }
      long base =
          switch (whence & ~AVSEEK_FORCE) {
            case SEEK_SET -> 0;
            case SEEK_CUR -> channel.position();
            case SEEK_END -> channel.size();
            default -> -1;
          };
      if (base < 0 || base + offset < 0) {
        return AVERROR_EIO();
      }
      channel.position(base + offset);
      return channel.position();
    } catch (IOException e) {
      failure = e;
      return AVERROR_EIO();
    }
  }

  /** Nothing may be thrown through native frames, hence the catch of everything. */
  private static final class Read extends Read_packet_Pointer_BytePointer_int {
    @Override
    public int call(Pointer opaque, BytePointer buffer, int size) {
      try {
        return OPEN.get(opaque.address()).read(buffer, size);
      } catch (Throwable e) {
        return AVERROR_EIO();
      }
    }
  }

  private static final class Seek extends Seek_Pointer_long_int {
    @Override
    public long call(Pointer opaque, long offset, int whence) {
      try {
        return OPEN.get(opaque.address()).seek(offset, whence);
      } catch (Throwable e) {
        return AVERROR_EIO();
      }
    }
  }
}
