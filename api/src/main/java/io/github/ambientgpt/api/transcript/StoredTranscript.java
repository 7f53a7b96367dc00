package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.core.transcript.Transcript;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transcript that is kept.
 *
 * @param recordingId what it was made of
 * @param partial true when the recognizer failed before the recording's end
 * @param version of the content; 1 is what was made or imported
 */
public record StoredTranscript(
    UUID id,
    UUID encounterId,
    @Nullable UUID recordingId,
    Transcript transcript,
    boolean partial,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
