package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** How the time for a note grows with the visit. */
final class CostMeasure {
  private static final int SMALL = 100_000;
  private static final int LARGE = 1_000_000;
  private static final int RUNS = 3;

  private final Report report;

  CostMeasure(Report report) {
    this.report = report;
  }

  /**
   * @param visits are said one after the other, again and again, until the size is reached
   */
  void measure(List<Visit> visits, Author author) {
    Transcript small = ofSize(visits, SMALL);
    Transcript large = ofSize(visits, LARGE);
    millis(small, author); // warms up
    double hundredKilobytes = millis(small, author);
    double megabyte = millis(large, author);
    double times = megabyte / hundredKilobytes;
    report.figure("cost.small.ms", hundredKilobytes);
    report.figure("cost.large.ms", megabyte);
    report.figure("cost.times", times);
    report.table(
        new Table(
            "What a longer visit costs",
            "Milliseconds for a reviewed SOAP note, one thread, the fastest of "
                + RUNS
                + " runs. Training visits one after the other; 1 MB is about ten days of talk.",
            List.of("Transcript", "ms"),
            List.of(
                List.of("100 KB", one(hundredKilobytes)),
                List.of("1 MB", one(megabyte)),
                List.of("times", one(times)))));
  }

  private static double millis(Transcript transcript, Author author) {
    double fastest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < RUNS; i++) {
      long begin = System.nanoTime();
      author.note(transcript, AciMeasure.SOAP);
      fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e6);
    }
    return fastest;
  }

  private static Transcript ofSize(List<Visit> visits, int bytes) {
    List<String> said = new ArrayList<>();
    Iterator<String> next = visits.stream().map(Floors::transcript).iterator();
    for (int size = 0; size < bytes; ) {
      if (!next.hasNext()) {
        next = visits.stream().map(Floors::transcript).iterator();
      }
      String visit = next.next();
      int length = visit.getBytes(StandardCharsets.UTF_8).length;
      said.add(
          size + length > bytes
              ? visit.substring(0, Math.min(visit.length(), bytes - size))
              : visit);
      size += length;
    }
    return TranscriptReader.parse(String.join("\n", said), "transcript");
  }
}
