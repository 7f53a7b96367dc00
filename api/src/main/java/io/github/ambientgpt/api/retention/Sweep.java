package io.github.ambientgpt.api.retention;

import io.github.ambientgpt.api.storage.SealedBlobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes blobs that no row names: of a process that was killed between the two. A blob is there
 * before its row is, so that young ones stay.
 */
@Component
class Sweep {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);
  private static final Duration YOUNG = Duration.ofDays(1);

  /** The last id in a key says when the blob was made. */
  private static final Pattern LAST_ID =
      Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})$");

  private final JdbcClient jdbc;
  private final SealedBlobs blobs;
  private final Clock clock;

  Sweep(JdbcClient jdbc, SealedBlobs blobs, Clock clock) {
    this.jdbc = jdbc;
    this.blobs = blobs;
    this.clock = clock;
  }

  /**
   * @return how many were removed
   */
  int orphans() {
    Instant limit = clock.instant().minus(YOUNG);
    List<String> old =
        List.of("recordings/", "pieces/").stream()
            .flatMap(prefix -> blobs.keys(prefix).stream())
            .filter(key -> madeAt(key).filter(limit::isAfter).isPresent())
            .toList();
    if (old.isEmpty()) {
      return 0;
    }
    Set<String> named = new HashSet<>();
    named.addAll(
        jdbc.sql("select blob from recording where blob is not null").query(String.class).list());
    named.addAll(jdbc.sql("select blob from piece").query(String.class).list());
    List<String> orphans = old.stream().filter(key -> !named.contains(key)).toList();
    orphans.forEach(blobs::delete);
    if (!orphans.isEmpty()) {
      log.info("{} blobs that nothing named were removed", orphans.size());
    }
    return orphans.size();
  }

  private static Optional<Instant> madeAt(String key) {
    Matcher id = LAST_ID.matcher(key);
    return id.find()
        ? Optional.of(
            Instant.ofEpochMilli(UUID.fromString(id.group(1)).getMostSignificantBits() >>> 16))
        : Optional.empty();
  }
}
