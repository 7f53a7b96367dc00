package io.github.ambientgpt.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that holds the data sets' files. Test splits are never read. */
record Corpus(Path folder) {
  private static final String MODEL_NOTES = "model-notes.csv";
  private static final String MODEL_NOTES_VISITS = "model-notes-visits.csv";
  private static final String JUDGED_SUMMARIES = "judged-summaries.csv";
  private static final List<String> FILES =
      List.of(
          "aci-bench-train.csv",
          "aci-bench-valid.csv",
          "mts-dialog-train.csv",
          "mts-dialog-valid.csv",
          MODEL_NOTES,
          MODEL_NOTES_VISITS,
          JUDGED_SUMMARIES);
  private static final String ADVICE =
      """
      The bench needs a folder with seven files:
        aci-bench-train.csv, aci-bench-valid.csv
          data/challenge_data/train.csv and valid.csv of https://github.com/wyim/aci-bench (CC BY 4.0)
        mts-dialog-train.csv, mts-dialog-valid.csv
          Main-Dataset/MTS-Dialog-TrainingSet.csv and MTS-Dialog-ValidationSet.csv
          of https://github.com/abachaa/MTS-Dialog (CC BY 4.0)
        judged-summaries.csv
          Correlation-Study/MTS-Dialog-Manual-Scores4CorrelationStudy.csv of MTS-Dialog
        model-notes-visits.csv, model-notes.csv
          of ACI-BENCH: the columns encounter_id and dialogue of data/challenge_data/clef_taskC_test3.csv;
          the notes of that split in baselines/predictions by gpt-4, chatgpt, text-davinci-003 and
          bart-samsum-by-division, joined to one file with the columns encounter_id, system, note
      Save them under these names and run
        ./mvnw -Pbench verify -Dbench.data=FOLDER
      Without bench.data, the bench looks in ../shared/data beside the checkout.""";

  /**
   * @throws MissingDataException when a file is not there; its message says how to get it
   */
  Corpus {
    for (String name : FILES) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        throw new MissingDataException(
            "There is no %s in %s.%n%n%s"
                .formatted(name, folder.toAbsolutePath().normalize(), ADVICE));
      }
    }
  }

  /** What the bench cannot go on without. */
  static final class MissingDataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingDataException(String message) {
      super(message);
    }
  }

  List<Visit> visits(Split split) throws IOException {
    try (Reader csv = Files.newBufferedReader(folder.resolve("aci-bench-" + split + ".csv"))) {
      return Visit.read(csv);
    }
  }

  List<Snippet> snippets(Split split) throws IOException {
    try (Reader csv = Files.newBufferedReader(folder.resolve("mts-dialog-" + split + ".csv"))) {
      return Snippet.read(csv);
    }
  }

  /** What four models wrote of 40 visits of ACI-BENCH, whose references are not among this. */
  List<WrittenNote> modelNotes() throws IOException {
    try (Reader visits = Files.newBufferedReader(folder.resolve(MODEL_NOTES_VISITS));
        Reader notes = Files.newBufferedReader(folder.resolve(MODEL_NOTES))) {
      return WrittenNote.read(visits, notes);
    }
  }

  List<JudgedSummary> judgedSummaries() throws IOException {
    try (Reader csv = Files.newBufferedReader(folder.resolve(JUDGED_SUMMARIES))) {
      return JudgedSummary.read(csv);
    }
  }

  /** A part of a data set: figures are reported on valid, everything is built on train. */
  enum Split {
    TRAIN,
    VALID;

    @Override
    public String toString() {
      return this == TRAIN ? "train" : "valid";
    }
  }
}
