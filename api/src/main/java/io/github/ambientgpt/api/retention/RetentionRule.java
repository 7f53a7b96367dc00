package io.github.ambientgpt.api.retention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what of one kind is older than its rule lets it be, and deletes it. */
public interface RetentionRule {
  /** What goes, with the visit that it belongs to. */
  record Due(UUID id, UUID encounterId, Instant since) {}

  /** Such as {@code audio}. */
  String kind();

  /** How old it may become; null when it is kept for ever. */
  java.time.@Nullable Duration age(RetentionProperties properties);

  /** What is older than this instant. */
  List<Due> due(Instant before, int most);

  /**
   * Deletes one, unless it changed since; in one transaction with the caller's.
   *
   * @return false when it changed or is gone
   */
  boolean delete(Due due);
}
