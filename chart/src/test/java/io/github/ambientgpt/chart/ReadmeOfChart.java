package io.github.ambientgpt.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chart's README: the table of values in it is made of the comments in values.yaml. A comment
 * that begins with two dashes describes the key below it; {@code @default} and {@code @example} say
 * more. Bridge, frontend and Ollama need none where the api has the same key.
 */
final class ReadmeOfChart {
  private static final String BEGIN = "<!-- values -->\n";
  private static final String END = "<!-- /values -->\n";
  private static final Pattern KEY = Pattern.compile("( *)([A-Za-z][A-Za-z0-9]*):(?: (.*))?");
  private static final Pattern SAYS = Pattern.compile(" *# (--|@default --|@example --) (.*)");
  private static final Pattern HEADING = Pattern.compile("# ([^-@].*)");

  private record Entry(String value, String says, String heading) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private ReadmeOfChart(List<String> lines) {
    read(lines);
  }

  static String of(Path chart) throws IOException {
    String readme = Files.readString(chart.resolve("README.md")).replace("\r\n", "\n");
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END);
    return readme.substring(0, begin) + read(chart).table() + readme.substring(end);
  }

  /** Keys that nobody would know the meaning of. */
  static List<String> undescribed(Path chart) throws IOException {
    ReadmeOfChart values = read(chart);
    return values.entries.entrySet().stream()
        .filter(entry -> !entry.getValue().value().isEmpty())
        .map(Map.Entry::getKey)
        .filter(path -> values.says(path).isEmpty())
        .toList();
  }

  private static ReadmeOfChart read(Path chart) throws IOException {
    return new ReadmeOfChart(Files.readAllLines(chart.resolve("values.yaml")));
  }

  private void read(List<String> lines) {
    List<String> path = new ArrayList<>();
    Map<String, String> said = new LinkedHashMap<>();
    String heading = "";
    for (String line : lines) {
      Matcher says = SAYS.matcher(line);
      Matcher key = KEY.matcher(line);
      Matcher head = HEADING.matcher(line);
      if (says.matches()) {
        said.put(says.group(1), says.group(2));
      } else if (head.matches()) {
        heading = head.group(1);
      } else if (key.matches()) {
        int depth = key.group(1).length() / 2;
        path.subList(depth, path.size()).clear();
        path.add(key.group(2));
        String value = key.group(3) == null ? "" : key.group(3);
        String example = said.get("@example --");
        entries.put(
            String.join(".", path),
            new Entry(
                said.getOrDefault("@default --", value.isEmpty() ? "" : "`" + value + "`"),
                said.getOrDefault("--", "")
                    + (example == null ? "" : " Such as `" + example + "`."),
                depth == 0 ? heading : ""));
        said.clear();
        heading = "";
      }
    }
  }

  private String says(String path) {
    String own = entries.get(path).says();
    Entry ofTheApi = entries.get(path.replaceFirst("^[^.]+", "api"));
    return own.isEmpty() && ofTheApi != null ? ofTheApi.says() : own;
  }

  private String table() {
    StringBuilder table = new StringBuilder("| value | default | what |\n|---|---|---|\n");
    entries.forEach(
        (path, entry) -> {
          if (!entry.heading().isEmpty()) {
            table.append("| **").append(path).append("** | | ");
            table.append(entry.heading()).append(" |\n");
          }
          if (!entry.value().isEmpty()) {
            table.append("| `").append(path).append("` | ").append(entry.value());
            table.append(" | ").append(says(path).replace("|", "\\|")).append(" |\n");
          }
        });
    return table.toString();
  }
}
