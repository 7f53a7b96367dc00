package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Lint.Rule;
import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.note.Note;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often composed notes break the rules of form. */
final class LintMeasure {
  private final Report report;
  private final Map<String, Map<Rule, Integer>> counts = new LinkedHashMap<>();
  private final Map<String, Integer> statements = new LinkedHashMap<>();
  private final Map<String, Integer> notes = new LinkedHashMap<>();

  LintMeasure(Report report) {
    this.report = report;
  }

  void add(String where, List<Note> composed) {
    Map<Rule, Integer> sum = counts.computeIfAbsent(where, w -> new EnumMap<>(Rule.class));
    for (Note note : composed) {
      Lint.counts(Lint.hits(note)).forEach((rule, count) -> sum.merge(rule, count, Integer::sum));
      statements.merge(where, (int) note.statements().count(), Integer::sum);
      notes.merge(where, 1, Integer::sum);
    }
  }

  void finish() {
    List<String> columns = new ArrayList<>(List.of("Notes", "notes", "statements"));
    Map<Rule, Integer> all = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      columns.add(name(rule));
      counts.values().forEach(sum -> all.merge(rule, sum.getOrDefault(rule, 0), Integer::sum));
      report.figure("lint." + name(rule), all.getOrDefault(rule, 0));
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (where, sum) ->
            rows.add(
                row(where, notes.getOrDefault(where, 0), statements.getOrDefault(where, 0), sum)));
    int allNotes = notes.values().stream().mapToInt(i -> i).sum();
    int allStatements = statements.values().stream().mapToInt(i -> i).sum();
    rows.add(row("Every composed note", allNotes, allStatements, all));
    report.table(
        new Table("Form of the notes", "How many statements break each rule.", columns, rows));
  }

  private static List<String> row(
      String name, int notes, int statements, Map<Rule, Integer> counts) {
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(Integer.toString(notes));
    row.add(Integer.toString(statements));
    for (Rule rule : Rule.values()) {
      row.add(Integer.toString(counts.getOrDefault(rule, 0)));
    }
    return row;
  }

  private static String name(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
