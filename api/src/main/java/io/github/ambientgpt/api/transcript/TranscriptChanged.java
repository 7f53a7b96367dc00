package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.user.User;

/** A transcript was edited; published in the transaction that does so. */
public record TranscriptChanged(StoredTranscript transcript, User by) {}
