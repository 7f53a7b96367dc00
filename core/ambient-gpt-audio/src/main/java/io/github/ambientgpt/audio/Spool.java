package io.github.ambientgpt.audio;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stream's bytes in a temporary file, which only its owner can read and the system deletes. */
final class Spool {
  private static final int BUFFER_SIZE = 64 << 10;

  private Spool() {}

  /** Reads the stream to its end and leaves it open; the channel is at its start. */
  static FileChannel of(InputStream stream, String name, DecoderSettings settings) {
    FileChannel channel = create(name, settings.spoolFolder());
    try {
      copy(stream, channel, name, settings);
      channel.position(0);
      return channel;
    } catch (ClosedByInterruptException e) {
      throw new CancelledException();
    } catch (IOException e) {
      throw closing(channel, full(name, settings.spoolFolder(), e));
    } catch (RuntimeException e) {
      throw closing(channel, e);
    }
  }

  private static FileChannel create(String name, Path folder) {
    try {
      Path file = Files.createTempFile(folder, "ambient-gpt-", ".audio");
      try {
        // Unix removes the file's name at once, Windows with the last handle: it goes even when
        // the process is killed.
        return FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw full(name, folder, e);
    }
  }

  private static void copy(
      InputStream stream, FileChannel channel, String name, DecoderSettings settings)
      throws IOException {
    byte[] buffer = new byte[BUFFER_SIZE];
    long total = 0;
    for (int count = read(stream, buffer, name); count >= 0; count = read(stream, buffer, name)) {
      total += count;
      Refusals.ifTooLarge(name, total, settings.maxBytes());
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static int read(InputStream stream, byte[] buffer, String name) {
    try {
      return stream.read(buffer);
    } catch (IOException e) {
      throw new InvalidInputException(
          "'%s' broke off while it was read: %s. Send it again.".formatted(name, e.getMessage()),
          e);
    }
  }

  private static EngineException full(String name, Path folder, IOException cause) {
    return EngineException.lasting(
        ("'%s' cannot be kept in %s while it is decoded: %s."
                + " Make room there, or name another folder with -Djava.io.tmpdir=FOLDER.")
            .formatted(name, folder, cause.getMessage()),
        cause);
  }

  private static RuntimeException closing(FileChannel channel, RuntimeException failure) {
    try {
      channel.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
