package io.github.ambientgpt.api.transcript;

import java.time.Instant;

/**
 * One state of a transcript.
 *
 * @param cause what made it: made, imported, edited, deleted, speakers, restored
 * @param by who
 */
record TranscriptVersion(long version, String cause, String by, Instant at) {}
