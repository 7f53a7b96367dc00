package io.github.ambientgpt.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The figures, and which of them missed their gate; written to {@code target/reports/api.json}. */
final class Report {
  private final ObjectNode figures = JsonMapper.shared().createObjectNode();
  private final List<String> missed = new ArrayList<>();

  ObjectNode section(String name) {
    return figures.putObject(name);
  }

  /** Prints a figure with its gate. */
  void gate(String what, double value, double most, String unit) {
    boolean met = value <= most;
    System.out.printf(
        "%-60s %10.1f %-4s at most %.0f %s%n", what, value, unit, most, met ? "" : "MISSED");
    if (!met) {
      missed.add(what);
    }
  }

  /** Prints a figure without one. */
  void show(String what, double value, String unit) {
    System.out.printf("%-60s %10.1f %s%n", what, value, unit);
  }

  void notMeasured(String what, String why) {
    System.out.printf("%-60s not measured: %s%n", what, why);
    if (Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED"))) {
      missed.add(what);
    }
  }

  /** Whether all gates held. */
  boolean write(Path file) throws IOException {
    var names = figures.putArray("missed");
    missed.forEach(names::add);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    return missed.isEmpty();
  }
}
