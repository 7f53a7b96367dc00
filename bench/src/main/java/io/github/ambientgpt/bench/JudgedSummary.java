package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A system's summary of a short dialogue of MTS-Dialog, with what people found in it.
 *
 * @param precision of the summary's facts the share that the dialogue has, 0 to 1
 * @param recall of the dialogue's facts the share that the summary has, 0 to 1
 */
record JudgedSummary(Transcript dialogue, Note summary, double precision, double recall) {
  /**
   * @param csv with dialogue, summary, FactualPrecision and FactualRecall
   */
  static List<JudgedSummary> read(Reader csv) throws IOException {
    List<JudgedSummary> summaries = new ArrayList<>();
    for (CSVRecord row : Visit.FORMAT.parse(csv)) {
      summaries.add(
          new JudgedSummary(
              TranscriptReader.parse(row.get("dialogue"), "dialogue"),
              NoteReader.parse(row.get("summary"), "summary"),
              Double.parseDouble(row.get("FactualPrecision")),
              Double.parseDouble(row.get("FactualRecall"))));
    }
    return summaries;
  }
}
