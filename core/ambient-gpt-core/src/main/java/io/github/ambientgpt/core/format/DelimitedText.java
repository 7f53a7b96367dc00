package io.github.ambientgpt.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of cells (RFC 4180): a cell in quotes may hold the delimiter, line ends, doubled quotes. */
final class DelimitedText {
  private DelimitedText() {}

  /** What parts the columns of a head; empty when nothing does. */
  static Optional<Character> delimiter(String head) {
    for (char candidate : new char[] {'\t', ';', ','}) {
      if (head.indexOf(candidate) >= 0) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  static List<List<String>> rows(String text, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(text.charAt(++i));
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty() && delimiter != '\t') {
        quoted = true; // Whisper's tabs part cells that hold quotes of their own
      } else if (c == delimiter) {
        row.add(cell.toString().strip());
        cell.setLength(0);
      } else if (c == '\n') {
        row.add(cell.toString().strip());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
      } else {
        cell.append(c);
      }
    }
    row.add(cell.toString().strip());
    rows.add(List.copyOf(row));
    return rows;
  }
}
