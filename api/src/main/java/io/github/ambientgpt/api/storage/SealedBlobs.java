package io.github.ambientgpt.api.storage;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.problem.StorageFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Audio and whatever else is too large for a column: sealed on its way to the blob store, opened on
 * its way back. Failures are {@link ApiException}s; a failure of the one who sends is an {@link
 * IOException}. For any thread.
 */
@Component
public class SealedBlobs {
  private static final Logger log = LoggerFactory.getLogger(SealedBlobs.class);

  private final Blobs blobs;
  private final Seal seal;

  /**
   * What was kept.
   *
   * @param size in bytes, before it was sealed
   * @param sha256 of these bytes, in small hexadecimal digits
   */
  public record Stored(long size, String sha256) {}

  SealedBlobs(Blobs blobs, Seal seal) {
    this.blobs = blobs;
    this.seal = seal;
  }

  /**
   * Keeps all that the stream has, in flat memory. Durable when it returns; else there is nothing.
   *
   * @param limit at most so many bytes
   * @throws ApiException when it is larger, or there is no room, or the store fails
   * @throws IOException when the stream breaks
   */
  public Stored write(Seal.Context context, String key, InputStream from, long limit)
      throws IOException {
    Source source = new Source(from, limit);
    try {
      blobs.write(
          key,
          target -> {
            try (OutputStream out = seal.sealing(context, target)) {
              source.copyTo(out);
            }
          });
    } catch (IOException e) {
      if (source.broken != null) {
        throw source.broken;
      }
      throw failed(e);
    }
    return source.stored();
  }

  /**
   * @throws ApiException when there is none, or the store fails
   */
  public SeekableByteChannel open(Seal.Context context, String key) {
    try {
      return seal.opening(context, blobs.open(key));
    } catch (NoSuchFileException e) {
      throw new ApiException(
          ProblemType.NOT_FOUND,
          "The audio is not in the blob store any more: restore it from a backup.");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Deletes it, if it is there. A store that fails now keeps it until it is asked again. */
  public void delete(String key) {
    try {
      blobs.delete(key);
    } catch (IOException e) {
      log.warn("A blob could not be deleted: {}", e.getClass().getSimpleName());
    }
  }

  /** The keys that begin so, sorted. */
  public List<String> keys(String prefix) {
    try {
      return blobs.keys(prefix);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ApiException failed(IOException e) {
    log.warn("The blob store failed: {}", e.getClass().getName());
    return isFull(e)
        ? new ApiException(
            ProblemType.STORAGE_FULL,
            "The disk is full, so nothing was kept. Make room and send it again.")
        : new ApiException(
            ProblemType.STORAGE_FAILED,
            "What keeps the audio does not work now, so nothing was kept. Send it again later; the"
                + " service's log says more.");
  }

  private boolean isFull(IOException e) {
    if (StorageFailure.isFull(e)) {
      return true;
    }
    try {
      return blobs.room() < 1 << 20;
    } catch (IOException other) {
      return false;
    }
  }

  /** What is read once, counted and digested. */
  private static final class Source {
    private final InputStream in;
    private final long limit;
    private final MessageDigest digest = sha256();
    private long size;
    private IOException broken;

    Source(InputStream in, long limit) {
      this.in = in;
      this.limit = limit;
    }

    void copyTo(OutputStream out) throws IOException {
      byte[] buffer = new byte[1 << 16];
      for (int count = read(buffer); count >= 0; count = read(buffer)) {
        size += count;
        if (size > limit) {
          throw new ApiException(
              ProblemType.TOO_LARGE,
              "This is larger than the %d MB that are taken: send it in pieces, or compressed."
                  .formatted(limit >> 20));
        }
        digest.update(buffer, 0, count);
        out.write(buffer, 0, count);
      }
    }

    private int read(byte[] buffer) throws IOException {
      try {
        return in.read(buffer);
      } catch (IOException e) {
        broken = e;
        throw e;
      }
    }

    Stored stored() {
      return new Stored(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has it
      }
    }
  }
}
