package io.github.ambientgpt.core.encounter;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.transcript.Transcript;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One visit, and all that belongs to it.
 *
 * @param clinician whose visit it is
 * @param label what the clinician calls it, in place of a patient's record
 * @param consent the agreement to record; empty when none was noted
 * @param transcript empty until something was transcribed
 * @param notes oldest first
 * @since 0.1.0
 */
public record Encounter(
    UUID id,
    String clinician,
    String label,
    LocalDate date,
    Optional<Consent> consent,
    List<Recording> recordings,
    Optional<Transcript> transcript,
    List<Note> notes) {
  public Encounter {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(clinician, "clinician");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(consent, "consent");
    Objects.requireNonNull(transcript, "transcript");
    recordings = List.copyOf(recordings);
    notes = List.copyOf(notes);
  }

  /** Without label, transcript and notes, which have no place in a log. */
  @Override
  public String toString() {
    return "Encounter[" + id + "]";
  }
}
