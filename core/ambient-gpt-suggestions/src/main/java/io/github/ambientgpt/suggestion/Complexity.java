package io.github.ambientgpt.suggestion;

import java.util.Locale;

/** How much a decision asks for, as the levels of office visits count it. */
enum Complexity {
  STRAIGHTFORWARD,
  LOW,
  MODERATE,
  HIGH;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Complexity and(Complexity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
