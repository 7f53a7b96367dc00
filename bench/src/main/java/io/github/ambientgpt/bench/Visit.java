package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A visit of ACI-BENCH: what was said, and the note that a person wrote of it. */
record Visit(String id, Transcript transcript, String reference) {
  static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * @param csv as the data set's authors publish it
   */
  static List<Visit> read(Reader csv) throws IOException {
    List<Visit> visits = new ArrayList<>();
    for (CSVRecord row : FORMAT.parse(csv)) {
      String id = row.get("encounter_id");
      Transcript transcript = TranscriptReader.parse(row.get("dialogue"), id);
      visits.add(new Visit(id, transcript, row.get("note")));
    }
    return visits;
  }

  Visit with(Transcript other) {
    return new Visit(id, other, reference);
  }

  int words() {
    return transcript.utterances().stream().mapToInt(u -> u.text().split("\\s+").length).sum();
  }
}
