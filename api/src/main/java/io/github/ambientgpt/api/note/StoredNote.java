package io.github.ambientgpt.api.note;

import java.time.Instant;
import java.util.UUID;

/**
 * A note that is kept, in one of its versions.
 *
 * @param version 1 is the first draft
 */
record StoredNote(
    UUID id,
    UUID encounterId,
    NoteContent content,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  boolean signed() {
    return content.signature() != null;
  }
}
