package io.github.ambientgpt.api.speech;

import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Recordings that are heard and not kept. They must be sought in, and may be too large for memory,
 * so they lie in the blob store meanwhile, sealed under a key of their own that goes with them.
 */
@Component
public class Spool {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);

  private static final String PREFIX = "spool/";

  /** Whoever spooled it is gone by then; the next start of any process removes it. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final SealedBlobs blobs;
  private final Seal seal;
  private final SpeechProperties properties;
  private final Clock clock;

  Spool(SealedBlobs blobs, Seal seal, SpeechProperties properties, Clock clock) {
    this.blobs = blobs;
    this.seal = seal;
    this.properties = properties;
    this.clock = clock;
  }

  /** One recording; closing it removes it. */
  public final class Spooled implements AutoCloseable {
    private final UUID id;

    private Spooled(UUID id) {
      this.id = id;
    }

    /** From its byte 0; to be closed. */
    public SeekableByteChannel open() {
      return blobs.open(context(id), PREFIX + id);
    }

    @Override
    public void close() {
      blobs.delete(PREFIX + id);
      seal.forget(id);
    }
  }

  /**
   * Reads the stream to its end.
   *
   * @throws io.github.ambientgpt.api.problem.ApiException when it is too large, or the store fails
   * @throws IOException when the stream breaks
   */
  public Spooled keep(InputStream from) throws IOException {
    UUID id = Ids.next();
    Spooled spooled = new Spooled(id);
    boolean kept = false;
    try {
      blobs.write(context(id), PREFIX + id, from, properties.maxSize().toBytes());
      kept = true;
      return spooled;
    } finally {
      if (!kept) {
        spooled.close();
      }
    }
  }

  private static Seal.Context context(UUID id) {
    return new Seal.Context(id, "spool");
  }

  /** What a process that was killed left behind. */
  @EventListener(ApplicationReadyEvent.class)
  void removeForgotten() {
    try {
      Instant limit = clock.instant().minus(FORGOTTEN);
      blobs.keys(PREFIX).stream()
          .map(key -> UUID.fromString(key.substring(PREFIX.length())))
          .filter(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).isBefore(limit))
          .forEach(id -> new Spooled(id).close());
    } catch (RuntimeException e) {
      log.warn("Old spooled recordings could not be removed: {}", e.getClass().getSimpleName());
    }
  }
}
