package io.github.ambientgpt.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured: figures by name, and tables for people. */
final class Report {
  /**
   * A table for people.
   *
   * @param note what a reader has to know of it; may be empty
   * @param columns the first holds the names of the rows
   */
  record Table(String title, String note, List<String> columns, List<List<String>> rows) {}

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  void figure(String name, double value) {
    figures.put(name, value);
  }

  /** Figures that begin like this could not be measured here, for want of something. */
  void leaveOut(String beginning) {
    left.add(beginning);
  }

  boolean isLeftOut(String figure) {
    return left.stream().anyMatch(figure::startsWith);
  }

  void table(Table table) {
    tables.add(table);
  }

  Map<String, Double> figures() {
    return figures;
  }

  List<Table> tables() {
    return tables;
  }

  /** With one digit after the point; a dash for what could not be measured. */
  static String one(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }

  /** With two digits after the point; a dash for what could not be measured. */
  static String two(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }
}
