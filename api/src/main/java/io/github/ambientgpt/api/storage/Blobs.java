package io.github.ambientgpt.api.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Where bytes too large for a column are kept, by keys such as {@code recordings/0199…}. It knows
 * nothing of what they are: what is clinical goes by {@link SealedBlobs}. For any thread.
 */
public interface Blobs {
  /** Writes a blob's content. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Durable when it returns; when it throws, there is nothing new. What had the key is replaced.
   */
  void write(String key, Content content) throws IOException;

  /**
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  SeekableByteChannel open(String key) throws IOException;

  /** Deletes it, if it is there. */
  void delete(String key) throws IOException;

  /** The keys that begin so, sorted. */
  List<String> keys(String prefix) throws IOException;

  /** Bytes that are left for more; {@link Long#MAX_VALUE} when that cannot be known. */
  long room() throws IOException;
}
