package io.github.ambientgpt.release;

import java.util.List;

/**
 * Looks up the chart in the registry after its push, since Helm's push tells its digest to nobody
 * but the console.
 */
public final class RecordChart {
  private RecordChart() {}

  /**
   * @param arguments {@code chart} (registry, path and name), {@code version}, {@code steps}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    String chart = given.text("chart");
    String name = chart + ":" + given.text("version");
    byte[] manifest = Images.manifest(name);
    Published published =
        new Published(
            "chart",
            chart.substring(chart.lastIndexOf('/') + 1),
            List.of("oci://" + name),
            Images.digest(manifest),
            Images.bytes(chart, manifest));
    Step.ended("chart", List.of(published)).write(given.path("steps"));
  }
}
