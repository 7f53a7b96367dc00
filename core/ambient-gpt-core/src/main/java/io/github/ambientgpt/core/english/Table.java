package io.github.ambientgpt.core.english;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A table that stands beside a class: a row a line, columns between tabs, alternatives in a column
 * between bars. Lines that begin with {@code #} say where the table is from.
 *
 * @since 0.1.0
 */
public final class Table {
  private Table() {}

  /**
   * @param name of the file; one that ends in {@code .gz} is unpacked
   */
  public static void read(Class<?> beside, String name, Consumer<List<String>> row) {
    String text = text(beside, name);
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end > begin && text.charAt(begin) != '#') {
        row.accept(split(text, begin, end, '\t'));
      }
      begin = end + 1;
    }
  }

  /** The alternatives in a column; none if it is empty. */
  public static List<String> alternatives(String column) {
    return column.isEmpty() ? List.of() : split(column, 0, column.length(), '|');
  }

  private static List<String> split(String text, int begin, int end, char separator) {
    List<String> parts = new ArrayList<>(4);
    int from = begin;
    int to = text.indexOf(separator, from);
    while (to >= 0 && to < end) {
      parts.add(text.substring(from, to));
      from = to + 1;
      to = text.indexOf(separator, from);
    }
    parts.add(text.substring(from, end));
    return parts;
  }

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar of ambient-gpt-core lacks the table " + name);
      }
      InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
