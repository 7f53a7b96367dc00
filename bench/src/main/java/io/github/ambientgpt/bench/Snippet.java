package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A piece of a visit from MTS-Dialog and the one section that a person wrote of it.
 *
 * @param header of that section, as the data set abbreviates it
 */
record Snippet(String id, String header, Transcript transcript, String reference) {
  /**
   * @param csv as the data set's authors publish it
   */
  static List<Snippet> read(Reader csv) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (CSVRecord row : Visit.FORMAT.parse(csv)) {
      String id = "mts-" + row.get("ID");
      Transcript transcript = TranscriptReader.parse(row.get("dialogue"), id);
      snippets.add(new Snippet(id, row.get("section_header"), transcript, row.get("section_text")));
    }
    return snippets;
  }
}
