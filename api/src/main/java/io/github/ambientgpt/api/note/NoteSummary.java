package io.github.ambientgpt.api.note;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note without its words, for a list.
 *
 * @param toSettle how many statements the visit does not support and nobody settled
 * @param omitted how many relevant turns no statement rests on
 */
record NoteSummary(
    UUID id,
    UUID encounterId,
    @Nullable UUID transcriptId,
    NoteState state,
    String template,
    String model,
    long toSettle,
    int omitted,
    @Nullable String signedBy,
    @Nullable Instant signedAt,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  static NoteSummary of(StoredNote stored) {
    NoteContent content = stored.content();
    return new NoteSummary(
        stored.id(),
        stored.encounterId(),
        content.transcriptId(),
        stored.signed() ? NoteState.SIGNED : NoteState.DRAFT,
        content.template(),
        content.wrote().model(),
        SignReview.toSettle(content).count(),
        content.omitted().size(),
        stored.signed() ? content.signature().name() : null,
        stored.signed() ? content.signature().at() : null,
        stored.version(),
        stored.createdAt(),
        stored.updatedAt());
  }
}
