package io.github.ambientgpt.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that holds the data sets' files. Test splits are never read. */
record Corpus(Path folder) {
  private static final String ADVICE =
      """
      The bench needs a folder with four files:
        aci-bench-train.csv, aci-bench-valid.csv
          data/challenge_data/train.csv and valid.csv of https://github.com/wyim/aci-bench (CC BY 4.0)
        mts-dialog-train.csv, mts-dialog-valid.csv
          Main-Dataset/MTS-Dialog-TrainingSet.csv and MTS-Dialog-ValidationSet.csv
          of https://github.com/abachaa/MTS-Dialog (CC BY 4.0)
      Save them under these names and run
        ./mvnw -Pbench verify -Dbench.data=FOLDER
      Without bench.data, the bench looks in ../shared/data beside the checkout.""";

  /**
   * @throws MissingDataException when a file is not there; its message says how to get it
   */
  Corpus {
    for (String name :
        List.of(
            "aci-bench-train.csv",
            "aci-bench-valid.csv",
            "mts-dialog-train.csv",
            "mts-dialog-valid.csv")) {
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
