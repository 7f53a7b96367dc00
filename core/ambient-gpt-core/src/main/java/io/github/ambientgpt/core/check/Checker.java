package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.transcript.Transcript;

/** Links each statement of a note to its evidence. Thread-safe. */
public final class Checker {
  public Note check(Note note, Transcript transcript) {
    return note;
  }
}
