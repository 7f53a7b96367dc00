package io.github.ambientgpt.api.note;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a clinician stands behind a note. */
enum NoteState {
  DRAFT,
  SIGNED;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
