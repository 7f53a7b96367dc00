package io.github.ambientgpt.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How large the images are and how soon they answer.
 *
 * @param sizes in MB (10^6 bytes), uncompressed, as {@code docker images} shows them
 * @param starts by image and state of the data folder
 */
record ImagesReport(Map<String, Double> sizes, Map<String, Starts> starts) implements Figures {
  private static final Map<String, Double> LARGEST = Map.of("api", 300.0, "bridge", 150.0);
  private static final Map<String, Double> SLOWEST = Map.of("api", 1.0, "bridge", 0.8);

  /**
   * @param seconds from {@code docker run}'s return to the first 200 of the readiness probe, each
   * @param median of them
   */
  record Starts(List<Double> seconds, double median) {}

  static ImagesReport measure(Images images, int rounds) {
    Map<String, Double> sizes = new TreeMap<>();
    images
        .byName()
        .forEach((name, image) -> sizes.put(name.replace("ambient-gpt-", ""), megabytes(image)));
    Map<String, Starts> starts = new TreeMap<>();
    for (ColdStart.Folder folder : ColdStart.Folder.values()) {
      starts.put("api, " + folder, starts(ColdStart.api(images.api(), folder), rounds));
    }
    starts.put("bridge", starts(ColdStart.bridge(images.bridge()), rounds));
    return new ImagesReport(sizes, starts);
  }

  @Override
  public String name() {
    return "images";
  }

  @Override
  public List<String> missed() {
    return Stream.concat(tooLarge().stream(), tooSlow().stream()).toList();
  }

  /** What is larger than it may be, each with both figures. */
  List<String> tooLarge() {
    return LARGEST.entrySet().stream()
        .filter(limit -> sizes.get(limit.getKey()) > limit.getValue())
        .map(
            limit ->
                "%s: %.0f MB, may be %.0f"
                    .formatted(limit.getKey(), sizes.get(limit.getKey()), limit.getValue()))
        .toList();
  }

  /** What starts slower than it may. */
  private List<String> tooSlow() {
    List<String> slow = new ArrayList<>();
    starts.forEach(
        (name, start) -> {
          double limit = SLOWEST.get(name.split(",")[0]);
          if (start.median() >= limit) {
            slow.add("%s: %.2f s, may be %.2f".formatted(name, start.median(), limit));
          }
        });
    return slow;
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder("\nimage         MB\n");
    sizes.forEach(
        (name, size) -> text.append(String.format(Locale.ROOT, "%-11s %4.0f%n", name, size)));
    text.append("\ncold start      median s\n");
    starts.forEach(
        (name, start) ->
            text.append(String.format(Locale.ROOT, "%-15s %8.2f%n", name, start.median())));
    return text.toString();
  }

  private static Starts starts(ColdStart start, int rounds) {
    try (start) {
      List<Double> seconds = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        seconds.add(start.seconds());
      }
      List<Double> sorted = seconds.stream().sorted().toList();
      double median = (sorted.get((rounds - 1) / 2) + sorted.get(rounds / 2)) / 2;
      return new Starts(seconds, median);
    }
  }

  private static double megabytes(String image) {
    return Long.parseLong(Docker.run(Map.of(), "image", "inspect", "--format", "{{.Size}}", image))
        / 1e6;
  }
}
