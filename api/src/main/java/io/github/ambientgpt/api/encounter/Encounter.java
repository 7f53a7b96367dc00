package io.github.ambientgpt.api.encounter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit.
 *
 * @param label what the clinician calls it, in place of a patient's record
 * @param consent the agreement to be recorded; absent when none was noted
 * @param version its ETag, without the quotes
 */
public record Encounter(
    UUID id,
    String label,
    LocalDate visitedOn,
    @Nullable Consent consent,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  /** Without the label, which has no place in a log. */
  @Override
  public String toString() {
    return "Encounter[" + id + "]";
  }
}
