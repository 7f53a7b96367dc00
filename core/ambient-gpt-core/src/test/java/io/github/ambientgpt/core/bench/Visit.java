package io.github.ambientgpt.core.bench;

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
  static List<Visit> read(Reader csv) throws IOException {
    List<Visit> visits = new ArrayList<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    for (CSVRecord row : format.parse(csv)) {
      String id = row.get("encounter_id");
      Transcript transcript = TranscriptReader.parse(row.get("dialogue"), id);
      visits.add(new Visit(id, transcript, row.get("note")));
    }
    return visits;
  }
}
