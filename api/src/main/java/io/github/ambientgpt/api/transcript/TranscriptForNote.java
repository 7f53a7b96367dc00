package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.user.User;

/**
 * A transcript was made that is to become a note; published in the transaction that keeps it.
 *
 * @param owner who asked for both
 */
public record TranscriptForNote(StoredTranscript transcript, User owner) {}
