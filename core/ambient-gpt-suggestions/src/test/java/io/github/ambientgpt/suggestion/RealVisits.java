package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.contract.Part;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dialogues of ACI-BENCH's training split, where they stand beside the checkout. */
final class RealVisits {
  /** A dialogue is a quoted column that begins with a speaker; quotes in it are doubled. */
  private static final Pattern DIALOGUE =
      Pattern.compile("\"(\\[[a-z]+][^\"]*+(?:\"\"[^\"]*+)*+)\"");

  private RealVisits() {}

  static List<Transcript> some(int count) throws IOException {
    Path file =
        Path.of(System.getProperty("project.root", "."), "../shared/data/aci-bench-train.csv");
    Part.require(
        "ACI-BENCH's training split",
        Files.isRegularFile(file),
        "docs/quality.md says how to get it.");
    List<Transcript> visits = new ArrayList<>();
    Matcher dialogue = DIALOGUE.matcher(Files.readString(file));
    while (visits.size() < count && dialogue.find()) {
      visits.add(TranscriptReader.parse(dialogue.group(1).replace("\"\"", "\""), "a visit"));
    }
    return visits;
  }
}
