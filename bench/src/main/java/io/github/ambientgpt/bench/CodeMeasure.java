package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.suggestion.Icd10Cm;
import io.github.ambientgpt.suggestion.IcdMatch;
import java.util.ArrayList;
import java.util.List;

/** How often the words of a problem lead to the right category of ICD-10-CM, without a model. */
final class CodeMeasure {
  private static final int FIRST = 3;

  private final Report report;

  CodeMeasure(Report report) {
    this.report = report;
  }

  void measure() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(measure(true, "held out", "codes.category", "codes.category-of-three"));
    rows.add(measure(false, "tuned on", "codes.tuned.category", "codes.tuned.category-of-three"));
    report.table(
        new Table(
            "ICD-10-CM for spoken problems",
            "In %. Right is the category, the first three characters; "
                + "spoken-problems.tsv has the problems, written by us.",
            List.of("Problems", "first suggestion right", "right among three"),
            rows));
  }

  private List<String> measure(boolean heldOut, String name, String first, String among) {
    Share right = Share.NONE;
    Share three = Share.NONE;
    for (SpokenProblem problem : SpokenProblem.all()) {
      if (problem.heldOut() == heldOut) {
        List<String> categories =
            Icd10Cm.official().find(problem.words(), FIRST).stream()
                .map(IcdMatch::code)
                .map(code -> code.category())
                .toList();
        right = right.plus(categories.indexOf(problem.category()) == 0);
        three = three.plus(categories.contains(problem.category()));
      }
    }
    report.figure(first, right.percent());
    report.figure(among, three.percent());
    return List.of(
        "%s (%d)".formatted(name, right.whole()), one(right.percent()), one(three.percent()));
  }

  /**
   * A problem as it is said.
   *
   * @param category the first three characters of its code
   */
  record SpokenProblem(String words, String category) {
    static List<SpokenProblem> all() {
      List<SpokenProblem> problems = new ArrayList<>();
      io.github.ambientgpt.core.english.Table.read(
          CodeMeasure.class,
          "spoken-problems.tsv",
          row -> problems.add(new SpokenProblem(row.get(0), row.get(1))));
      return problems;
    }

    boolean heldOut() {
      return HeldOut.isEven(words);
    }
  }
}
