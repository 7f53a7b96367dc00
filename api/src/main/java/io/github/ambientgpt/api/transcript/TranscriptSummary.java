package io.github.ambientgpt.api.transcript;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transcript without its words, for a list. */
record TranscriptSummary(
    UUID id,
    UUID encounterId,
    @Nullable UUID recordingId,
    String engine,
    String model,
    boolean partial,
    int utterances,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  static TranscriptSummary of(StoredTranscript stored) {
    return new TranscriptSummary(
        stored.id(),
        stored.encounterId(),
        stored.recordingId(),
        stored.transcript().recognition().engine(),
        stored.transcript().recognition().model(),
        stored.partial(),
        stored.transcript().utterances().size(),
        stored.version(),
        stored.createdAt(),
        stored.updatedAt());
  }
}
