package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was published, where, with which digest and size, and how long each step took: a file and a
 * table.
 */
public final class Report {
  /** The step that stands for the start: what comes first is timed from it. */
  static final String START = "start";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Report() {}

  /**
   * @param arguments {@code version}, {@code steps}, {@code report} (the file to write), {@code
   *     skipped} (what was left out and why, with semicolons), {@code sboms} (image:file, with
   *     commas), {@code contents} (see {@link DescribeImages}), {@code tagged} (when, in seconds
   *     since 1970), and what has to be in it: {@code images}, {@code jars} (with commas) and
   *     {@code chart}, unless {@code image.skip}, {@code central.skip} or {@code chart.skip}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    List<Step> steps = Step.read(given.path("steps"));
    Map<String, String> contents = DescribeImages.files(given.path("contents"));
    String skipped = given.text("skipped") + skippedContents(contents, given.flag("image.skip"));
    Release release = release(given.text("version"), steps, skipped);
    write(release, given.path("report"));
    new ForgeFiles(steps, sboms(given.text("sboms"), contents), tagged(given.text("tagged")))
        .write(given.path("steps"), table(release));
    System.out.print(table(release));
    System.out.println("Written to " + given.path("report"));
    requireComplete(release, wanted(given));
  }

  private static String skippedContents(Map<String, String> contents, boolean skip) {
    return contents.isEmpty() && !skip
        ? ";What the images contain (SBOM), because syft has not listed it"
        : "";
  }

  /** What an image contains, and what the modules say of what was put into it. */
  private static Map<String, List<String>> sboms(String list, Map<String, String> contents) {
    return Stream.concat(
            contents.entrySet().stream(),
            Stream.of(list.split(","))
                .filter(pair -> pair.contains(":"))
                .map(pair -> pair.split(":", 2))
                .map(pair -> Map.entry(pair[0], pair[1])))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Seconds since 1970, as the forge tells them; what is no number is not known. */
  private static Optional<Instant> tagged(String seconds) {
    return seconds.matches("\\d{1,12}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private static List<String> wanted(Arguments given) {
    List<String> wanted = new ArrayList<>();
    if (!given.flag("image.skip")) {
      Stream.of(given.text("images").split(",")).map("image "::concat).forEach(wanted::add);
    }
    if (!given.flag("chart.skip")) {
      String chart = given.text("chart");
      wanted.add("chart " + chart.substring(chart.lastIndexOf('/') + 1));
    }
    if (!given.flag("central.skip")) {
      Stream.of(given.text("jars").split(",")).map("jar "::concat).forEach(wanted::add);
    }
    return wanted;
  }

  /**
   * @param wanted each as kind and name
   * @throws Refusal when one is not among what was published
   */
  static void requireComplete(Release release, List<String> wanted) {
    List<String> lacking = new ArrayList<>(wanted);
    for (Timed step : release.steps()) {
      step.published()
          .forEach(published -> lacking.remove(published.kind() + " " + published.name()));
    }
    if (!lacking.isEmpty()) {
      throw new Refusal(
          "The release lacks %s: see which module publishes them, and run again"
              .formatted(lacking));
    }
  }

  /** Seconds are counted from the step before, and so include the build in between. */
  record Timed(String step, double seconds, List<Published> published) {}

  record Release(String version, double seconds, List<String> skipped, List<Timed> steps) {}

  static Release release(String version, List<Step> steps, String skipped) {
    List<Timed> timed = new ArrayList<>();
    Instant before = null;
    double total = 0;
    for (Step step : steps) {
      if (!step.name().equals(START)) {
        double seconds =
            before == null ? 0 : Duration.between(before, step.at()).toMillis() / 1000.0;
        total += seconds;
        timed.add(new Timed(step.name(), seconds, step.published()));
      }
      before = step.at();
    }
    return new Release(
        version, total, Stream.of(skipped.split(";")).filter(s -> !s.isBlank()).toList(), timed);
  }

  private static void write(Release release, Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writeValueAsString(release) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String table(Release release) {
    StringBuilder table =
        new StringBuilder(String.format(Locale.ROOT, "%n%s%n", "Published " + release.version()));
    row(table, "what", "seconds", "size", "digest", "where");
    for (Timed step : release.steps()) {
      String seconds = String.format(Locale.ROOT, "%.1f", step.seconds());
      if (step.published().isEmpty()) {
        row(table, step.step(), seconds, "", "", "");
      }
      for (Published published : step.published()) {
        String digest = published.digest().substring(0, "sha256:".length() + 12);
        String where = published.where().get(0);
        row(
            table,
            published.kind() + " " + published.name(),
            seconds,
            size(published.bytes()),
            digest,
            where);
        for (String more : published.where().subList(1, published.where().size())) {
          row(table, "", "", "", "", more);
        }
        seconds = "";
      }
    }
    row(table, "all", String.format(Locale.ROOT, "%.1f", release.seconds()), "", "", "");
    release
        .skipped()
        .forEach(
            skipped -> table.append("Skipped: ").append(skipped).append(System.lineSeparator()));
    return table.toString();
  }

  private static void row(
      StringBuilder table, String what, String seconds, String size, String digest, String where) {
    String row =
        String.format(Locale.ROOT, "%-40s %8s %10s  %-20s %s", what, seconds, size, digest, where);
    table.append(row.stripTrailing()).append(System.lineSeparator());
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
