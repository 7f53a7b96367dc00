package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Table;
import java.util.HashMap;
import java.util.Map;

/** How a note speaks of who spoke, from {@code persons.tsv}. */
final class Persons {
  private static final Map<String, Map<String, String>> USES = new HashMap<>();

  static {
    Table.read(
        Persons.class,
        "persons.tsv",
        row ->
            USES.computeIfAbsent(row.get(0), use -> new HashMap<>()).put(row.get(1), row.get(2)));
  }

  private Persons() {}

  /** What is written for what was spoken, in one use. */
  static Map<String, String> written(String use) {
    return Map.copyOf(USES.get(use));
  }
}
