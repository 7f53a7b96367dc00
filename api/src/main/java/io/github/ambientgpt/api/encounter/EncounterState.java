package io.github.ambientgpt.api.encounter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a visit is, in a word for a list. */
public enum EncounterState {
  /** Nothing was said yet, or nobody listened to it. */
  EMPTY,
  /** There is a transcript and no note. */
  HEARD,
  /** A job listens or writes. */
  WORKING,
  /** A note wants to be signed. */
  DRAFT,
  /** All its notes are signed. */
  SIGNED;

  /** From what is there, the first that applies. */
  static final String SQL =
      """
      case
        when exists (select 1 from job where job.encounter_id = encounter.id and job.state in ('QUEUED', 'RUNNING'))
          then 'WORKING'
        when exists (select 1 from note where note.encounter_id = encounter.id and note.state = 'DRAFT') then 'DRAFT'
        when exists (select 1 from note where note.encounter_id = encounter.id) then 'SIGNED'
        when exists (select 1 from transcript where transcript.encounter_id = encounter.id) then 'HEARD'
        else 'EMPTY'
      end""";

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
