package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Note;
import java.util.List;
import java.util.Objects;

/**
 * A checked note and how long it took.
 *
 * @param times in the order the stages ran; those of a way that failed are among them
 */
public record NoteResult(Note note, List<StageTime> times) {
  public NoteResult {
    Objects.requireNonNull(note, "note");
    times = List.copyOf(times);
  }
}
