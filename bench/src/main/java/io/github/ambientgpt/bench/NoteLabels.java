package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Notes that were read by hand, statement by statement: {@code note-labels-before.tsv} has the
 * rules.
 */
final class NoteLabels {
  private static final List<String> LABELS =
      List.of("in order", "wrong", "misplaced", "garbled", "noise", "repeated");
  private static final String LEFT_OUT = "left out";

  private final String when;
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  /**
   * @param when {@code before} or {@code after} the work on the composer, or {@code later}
   */
  NoteLabels(String when) {
    this.when = when;
    io.github.ambientgpt.core.english.Table.read(
        NoteLabels.class,
        file(),
        row ->
            counts
                .computeIfAbsent(row.get(0), visit -> new LinkedHashMap<>())
                .merge(row.get(1), 1, Integer::sum));
  }

  private String file() {
    return "note-labels-" + when + ".tsv";
  }

  void report(Report report) {
    Map<String, Integer> sum = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (visit, of) -> {
          of.forEach((label, count) -> sum.merge(label, count, Integer::sum));
          rows.add(row(visit, of));
        });
    rows.add(row("all", sum));
    double statements = LABELS.stream().mapToInt(label -> sum.getOrDefault(label, 0)).sum();
    List<String> share = new ArrayList<>(List.of("% of statements, left out a note"));
    LABELS.forEach(label -> share.add(one(100 * sum.getOrDefault(label, 0) / statements)));
    share.add(one((double) sum.getOrDefault(LEFT_OUT, 0) / counts.size()));
    rows.add(share);
    List<String> columns = new ArrayList<>(List.of("Visit"));
    columns.addAll(LABELS);
    columns.add(LEFT_OUT);
    report.table(
        new Table(
            "Notes read by hand, %s (%s, 12 visits of ACI-BENCH train)"
                .formatted(when, AciMeasure.FULL),
            "Statements by label, and important things left out; %s has each of them, and whose notes"
                    .formatted(file())
                + " were read, note-visits.tsv the visits.",
            columns,
            rows));
  }

  private static List<String> row(String name, Map<String, Integer> of) {
    List<String> row = new ArrayList<>(List.of(name));
    LABELS.forEach(label -> row.add(Integer.toString(of.getOrDefault(label, 0))));
    row.add(Integer.toString(of.getOrDefault(LEFT_OUT, 0)));
    return row;
  }
}
