package io.github.ambientgpt.bench;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Twenty visits of ACI-BENCH's training split; README beside them names source and licence. */
final class TrainingVisits {
  private TrainingVisits() {}

  static List<Visit> read() throws IOException {
    try (var stream = TrainingVisits.class.getResourceAsStream("aci-bench-train-20.csv.gz");
        var reader = new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8)) {
      return Visit.read(reader);
    }
  }
}
