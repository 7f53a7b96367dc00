package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A figure that must be reached. */
record Gate(String figure, Bound bound, double threshold, String meaning) {
  /** Which side of the threshold is good. */
  enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    BELOW("<");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    static Bound named(String name) {
      return switch (name) {
        case "at-least" -> AT_LEAST;
        case "at-most" -> AT_MOST;
        case "below" -> BELOW;
        default -> throw new IllegalArgumentException("gates.tsv has an unknown bound: " + name);
      };
    }
  }

  static List<Gate> all() {
    List<Gate> gates = new ArrayList<>();
    Table.read(
        Gate.class,
        "gates.tsv",
        row ->
            gates.add(
                new Gate(
                    row.get(0),
                    Bound.named(row.get(1)),
                    Double.parseDouble(row.get(2)),
                    row.get(3))));
    return gates;
  }

  /** What was not measured is not reached. */
  boolean reached(Map<String, Double> figures) {
    double value = figures.getOrDefault(figure, Double.NaN);
    return switch (bound) {
      case AT_LEAST -> value >= threshold;
      case AT_MOST -> value <= threshold;
      case BELOW -> value < threshold;
    };
  }

  String wanted() {
    String number = threshold == Math.rint(threshold) ? Long.toString((long) threshold) : "";
    return bound.sign + " " + (number.isEmpty() ? Double.toString(threshold) : number);
  }
}
