package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Pair.Verdicts;
import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.check.Checker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small visits and statements written by hand: cases from the field, and pairs. */
final class HandWrittenMeasure {
  private final Report report;
  private final List<String> examples;

  HandWrittenMeasure(Report report, List<String> examples) {
    this.report = report;
    this.examples = examples;
  }

  void measure() throws IOException {
    cases();
    pairs();
  }

  private void cases() throws IOException {
    Map<String, Share> byKind = new TreeMap<>();
    Share all = Share.NONE;
    for (FieldCase fieldCase : FieldCase.all()) {
      List<String> faults = fieldCase.faults();
      faults.forEach(fault -> examples.add("case " + fieldCase.id() + ": " + fault));
      byKind.merge(fieldCase.kind(), Share.NONE.plus(faults.isEmpty()), Share::plus);
      all = all.plus(faults.isEmpty());
    }
    report.figure("cases.held", all.part());
    report.figure("cases", all.whole());
    report.table(
        new Table(
            "Cases from the field",
            "Small visits with what must and must not come out of the note, the suggestions or "
                + "the checker (field-cases.json), run in this process.",
            List.of("Kind", "cases", "hold"),
            rows(byKind, all)));
  }

  private static List<List<String>> rows(Map<String, Share> byKind, Share all) {
    List<List<String>> rows = new ArrayList<>();
    byKind.forEach((kind, share) -> rows.add(List.of(kind, "" + share.whole(), "" + share.part())));
    rows.add(List.of("all", "" + all.whole(), "" + all.part()));
    return rows;
  }

  private void pairs() {
    Checker checker = new Checker();
    Map<String, Share> found = new TreeMap<>();
    Map<String, Share> flagged = new TreeMap<>();
    for (Pair pair : Pair.all()) {
      Verdicts verdicts = pair.verdicts(checker);
      found.merge(pair.kind(), Share.NONE.plus(verdicts.isTrueFound()), Share::plus);
      flagged.merge(pair.kind(), Share.NONE.plus(verdicts.isFalseFlagged()), Share::plus);
    }
    Share allFound = found.values().stream().reduce(Share.NONE, Share::plus);
    Share allFlagged = flagged.values().stream().reduce(Share.NONE, Share::plus);
    report.figure("pairs.true-supported", allFound.percent());
    report.figure("pairs.false-flagged", allFlagged.percent());
    List<List<String>> rows = new ArrayList<>();
    found.forEach((kind, share) -> rows.add(row(kind, share, flagged.get(kind))));
    rows.add(row("all", allFound, allFlagged));
    report.table(
        new Table(
            "Checker: pairs of statements written by hand",
            "A true and a false statement of the same few words (pairs.tsv), written before the "
                + "checker saw them; in %.",
            List.of("Kind", "pairs", "true, supported", "false, flagged"),
            rows));
  }

  private static List<String> row(String kind, Share found, Share flagged) {
    return List.of(kind, "" + found.whole(), one(found.percent()), one(flagged.percent()));
  }
}
