package io.github.ambientgpt.api.note;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.transcript.Transcript;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A note and the transcript that its evidence points into, both as core writes them.
 *
 * @param transcript JSON
 * @param note JSON
 */
record Preview(
    @JsonRawValue @Schema(types = "object") String transcript,
    @JsonRawValue @Schema(types = "object") String note) {
  static Preview of(Transcript transcript, Note note) {
    return new Preview(TranscriptFormat.JSON.write(transcript), NoteFormat.JSON.write(note));
  }

  /** Without the texts: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Preview";
  }
}
