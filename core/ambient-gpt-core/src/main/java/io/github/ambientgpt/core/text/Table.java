package io.github.ambientgpt.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables that stand beside classes as tab-separated values. */
public final class Table {
  private Table() {}

  /** The rows of a resource; blank lines and lines that begin with # are left out. */
  public static List<List<String>> rows(Class<?> beside, String resource) {
    List<List<String>> rows = new ArrayList<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(beside.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return rows;
  }
}
