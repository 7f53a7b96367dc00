package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.web.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A note with the words that it rests on, as it is answered. */
@Component
class NoteViews {
  private final Notes notes;

  NoteViews(Notes notes) {
    this.notes = notes;
  }

  NoteView of(StoredNote note) {
    return NoteView.of(note, notes.transcript(note).orElse(null));
  }

  ResponseEntity<NoteView> tagged(StoredNote note) {
    return ResponseEntity.ok().eTag(IfMatch.tag(note.version())).body(of(note));
  }
}
