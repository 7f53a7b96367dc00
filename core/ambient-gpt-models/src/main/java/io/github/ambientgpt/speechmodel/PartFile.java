package io.github.ambientgpt.speechmodel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What has arrived of a file, and the tag its server gave to it; both outlive the process. */
final class PartFile {
  private static final String SUFFIX = ".part";

  private final Path path;
  private final Path tag;

  private PartFile(Path path) {
    this.path = path;
    this.tag = path.resolveSibling(path.getFileName() + ".etag");
  }

  static PartFile of(Path folder, String file) {
    return new PartFile(folder.resolve(file + SUFFIX));
  }

  Path path() {
    return path;
  }

  /** In bytes; 0 when nothing has arrived. */
  long size() {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw Disk.cannotRead(path, e);
    }
  }

  Optional<String> tag() {
    try {
      return Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
    } catch (IOException e) {
      throw Disk.cannotRead(tag, e);
    }
  }

  void keepTag(Optional<String> value) {
    if (value.isEmpty()) {
      Disk.delete(tag);
      return;
    }
    try {
      Files.writeString(tag, value.get());
    } catch (IOException e) {
      throw Disk.cannotWrite(tag, e);
    }
  }

  void discard() {
    Disk.delete(path);
    Disk.delete(tag);
  }

  /** Writes from a position on, where the file ends from then. */
  Writer writeFrom(long position) {
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(position);
      channel.position(position);
      return new Writer(channel, position);
    } catch (IOException e) {
      throw Disk.cannotWrite(path, e);
    }
  }

  /** Appends; closing it makes sure that all is on the disk. */
  final class Writer implements AutoCloseable {
    private final FileChannel channel;
    private long position;

    private Writer(FileChannel channel, long position) {
      this.channel = channel;
      this.position = position;
    }

    long position() {
      return position;
    }

    void write(ByteBuffer data) {
      position += data.remaining();
      try {
        while (data.hasRemaining()) {
          channel.write(data);
        }
      } catch (IOException e) {
        throw Disk.cannotWrite(path, e);
      }
    }

    @Override
    public void close() {
      try (channel) {
        channel.force(true);
      } catch (IOException e) {
        throw Disk.cannotWrite(path, e);
      }
    }
  }
}
