package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Note;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/**
 * A note of a visit, by whoever wrote it.
 *
 * @param writer a person, the built-in composer, or the model's name
 */
record WrittenNote(Visit visit, String writer, Note note) {
  static final String PERSON = "person";

  /** What a person wrote of the visit. */
  static WrittenNote reference(Visit visit) {
    return new WrittenNote(visit, PERSON, NoteReader.parse(visit.reference(), visit.id()));
  }

  /**
   * Notes that models wrote. Of some visits a model wrote nothing: those have no note here.
   *
   * @param visits CSV with encounter_id and dialogue
   * @param notes CSV with encounter_id, system and note
   */
  static List<WrittenNote> read(Reader visits, Reader notes) throws IOException {
    Map<String, Visit> byId = new LinkedHashMap<>();
    for (CSVRecord row : Visit.FORMAT.parse(visits)) {
      String id = row.get("encounter_id");
      byId.put(id, new Visit(id, TranscriptReader.parse(row.get("dialogue"), id), ""));
    }
    List<WrittenNote> written = new ArrayList<>();
    for (CSVRecord row : Visit.FORMAT.parse(notes)) {
      Visit visit = byId.get(row.get("encounter_id"));
      parsed(row.get("note"), visit.id())
          .ifPresent(note -> written.add(new WrittenNote(visit, row.get("system"), note)));
    }
    return written;
  }

  private static Optional<Note> parsed(String text, String id) {
    try {
      return Optional.of(NoteReader.parse(text, id));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
