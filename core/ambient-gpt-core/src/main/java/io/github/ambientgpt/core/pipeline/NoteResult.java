package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Note;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A checked note and how long it took.
 *
 * @param times in the order the stages ran; those of a way that failed are among them
 * @param review what the language model that wrote it thought of its draft; empty when none was
 *     asked. An opinion: what is supported the checker says, in the note
 * @since 0.1.0
 */
public record NoteResult(Note note, List<StageTime> times, Optional<Review> review) {
  public NoteResult {
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(review, "review");
    times = List.copyOf(times);
  }
}
