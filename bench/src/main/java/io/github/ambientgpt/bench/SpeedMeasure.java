package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** JMH's samples of the composer, in a JVM of their own. */
final class SpeedMeasure {
  private static final Map<String, String> FIGURES =
      Map.of("compose", "compose.ms", "note", "note.ms");

  private final Report report;

  SpeedMeasure(Report report) {
    this.report = report;
  }

  void measure(Path data) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ComposeBenchmark.class.getName())
            .param("data", data.toAbsolutePath().toString())
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    List<List<String>> rows = new ArrayList<>();
    for (RunResult result : new Runner(options).run()) {
      String name = result.getPrimaryResult().getLabel();
      Statistics samples = result.getPrimaryResult().getStatistics();
      report.figure(FIGURES.get(name), samples.getPercentile(50));
      rows.add(
          List.of(
              name.equals("note") ? "Written and reviewed" : "Written",
              Long.toString(samples.getN()),
              one(samples.getPercentile(50)),
              one(samples.getMean()),
              one(samples.getPercentile(90))));
    }
    report.table(
        new Table(
            "Speed (JMH)",
            "Milliseconds for the SOAP note of the visit of valid that is nearest to "
                + "1,200 words, one thread, 3 × 2 s of warming up and 5 × 2 s of measuring, on "
                + Runtime.getRuntime().availableProcessors()
                + " cores. The gate is on the median of composing: a busy machine "
                + "stretches the mean.",
            List.of("What", "samples", "median", "mean", "90th percentile"),
            rows));
  }
}
