package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as JSON for programs and as Markdown for people. */
final class ReportFiles {
  private ReportFiles() {}

  static void write(Path folder, String author, Report report, List<Gate> gates)
      throws IOException {
    Files.createDirectories(folder);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("author", author);
    json.put("java", Runtime.version().toString());
    json.put("figures", rounded(report.figures()));
    json.put("gates", gates.stream().map(gate -> gate(gate, report)).toList());
    json.put("tables", report.tables());
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(folder.resolve("quality.json"), mapper.writeValueAsString(json) + "\n");
    Files.writeString(folder.resolve("quality.md"), markdown(report));
  }

  static String markdown(Report report) {
    StringBuilder text = new StringBuilder();
    report.tables().forEach(table -> append(table, text));
    return text.toString();
  }

  private static Map<String, Object> gate(Gate gate, Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figure", gate.figure());
    json.put("wanted", gate.wanted());
    json.put("reached", gate.reached(report.figures()));
    return json;
  }

  /** JSON has no NaN: what could not be measured is null. */
  private static Map<String, Double> rounded(Map<String, Double> figures) {
    Map<String, Double> rounded = new LinkedHashMap<>();
    figures.forEach(
        (name, value) ->
            rounded.put(name, value.isNaN() ? null : (Double) (Math.round(value * 1000) / 1000.0)));
    return rounded;
  }

  private static void append(Table table, StringBuilder text) {
    int[] widths = new int[table.columns().size()];
    List<List<String>> lines = new ArrayList<>(table.rows());
    lines.add(0, table.columns());
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    text.append("### ").append(table.title()).append("\n\n");
    if (!table.note().isEmpty()) {
      text.append(table.note()).append("\n\n");
    }
    append(table.columns(), widths, text);
    text.append('|');
    for (int i = 0; i < widths.length; i++) {
      text.append("-".repeat(widths[i] + 1)).append(i == 0 ? "-" : ":").append('|');
    }
    text.append('\n');
    table.rows().forEach(row -> append(row, widths, text));
    text.append('\n');
  }

  private static void append(List<String> cells, int[] widths, StringBuilder text) {
    text.append('|');
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - cells.get(i).length());
      text.append(' ').append(i == 0 ? cells.get(i) + blanks : blanks + cells.get(i)).append(" |");
    }
    text.append('\n');
  }
}
