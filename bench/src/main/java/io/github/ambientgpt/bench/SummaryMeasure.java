package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.two;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** How far the checker's verdicts on summaries go with the scores that people gave them. */
final class SummaryMeasure {
  private final Report report;

  SummaryMeasure(Report report) {
    this.report = report;
  }

  void measure(List<JudgedSummary> summaries) {
    Checker checker = new Checker();
    List<Note> checked =
        summaries.stream().map(s -> checker.check(s.summary(), s.dialogue())).toList();
    double[] precision = summaries.stream().mapToDouble(JudgedSummary::precision).toArray();
    double[] recall = summaries.stream().mapToDouble(JudgedSummary::recall).toArray();
    double[] factual = checked.stream().mapToDouble(SummaryMeasure::factual).toArray();
    double[] coverage = checked.stream().mapToDouble(note -> note.coverage().share()).toArray();

    SpearmansCorrelation spearman = new SpearmansCorrelation();
    double withPrecision = spearman.correlation(factual, precision);
    double withRecall = spearman.correlation(coverage, recall);
    report.figure("summaries.precision", withPrecision);
    report.figure("summaries.recall", withRecall);
    report.table(
        new Table(
            "Checker: beside people's scores of summaries",
            "Spearman's correlation over "
                + summaries.size()
                + " summaries that systems wrote of "
                + "dialogues of MTS-Dialog. Factual: the mean over the statements, supported 1, "
                + "uncertain ½, unsupported 0; what is never said aloud is left out. Coverage: the "
                + "share of the relevant utterances that a statement rests on. Most summaries have "
                + "a factual precision of 1, so that their order among each other is chance.",
            List.of("The checker's score", "people's score", "Spearman"),
            List.of(
                List.of("factual", "factual precision", two(withPrecision)),
                List.of("coverage", "factual recall", two(withRecall)))));
  }

  /** 0 to 1; 1 when there is nothing that could be wrong. */
  private static double factual(Note note) {
    return note.statements()
        .map(Statement::support)
        .mapToDouble(SummaryMeasure::worth)
        .filter(worth -> !Double.isNaN(worth))
        .average()
        .orElse(1);
  }

  private static double worth(Support support) {
    return switch (support) {
      case SUPPORTED -> 1;
      case UNCERTAIN -> 0.5;
      case UNSUPPORTED -> 0;
      default -> Double.NaN; // never said aloud
    };
  }
}
