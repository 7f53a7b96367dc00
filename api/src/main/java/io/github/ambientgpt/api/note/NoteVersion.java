package io.github.ambientgpt.api.note;

import java.time.Instant;

/**
 * One state of a note.
 *
 * @param cause what made it: drafted, edited, regenerated, reverted, transcript-edited, signed,
 *     amended, amendment-dropped
 * @param by who
 */
record NoteVersion(long version, String cause, String by, Instant at) {}
