package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.english.Table;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The LOINC codes of titles that mean exactly what a code means; most have none. */
final class Loinc {
  private static final Map<String, String> CODES = new HashMap<>();

  static {
    Table.read(Loinc.class, "loinc.tsv", row -> CODES.put(key(row.get(0), row.get(1)), row.get(2)));
  }

  private Loinc() {}

  /** Of a whole document, by its template. */
  static Optional<String> document(String template) {
    return Optional.ofNullable(CODES.get(key("document", template)));
  }

  static Optional<String> section(String title) {
    return Optional.ofNullable(CODES.get(key("section", title)));
  }

  private static String key(String kind, String title) {
    return kind + '\t' + title.strip().toLowerCase(Locale.ROOT);
  }
}
