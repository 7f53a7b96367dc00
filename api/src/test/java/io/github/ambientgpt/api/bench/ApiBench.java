package io.github.ambientgpt.api.bench;

import io.github.ambientgpt.api.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Runs all measurements, or those that {@code -Dbench.only} names, and ends with 1 when a gate was
 * missed.
 */
public final class ApiBench {
  private static final Path REPORT = Path.of("target", "reports", "api.json");

  private ApiBench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> only =
        Stream.of(System.getProperty("bench.only", "").split(","))
            .filter(name -> !name.isBlank())
            .toList();
    Report report = new Report();
    if (only.isEmpty() || only.contains("load")) {
      in(folder -> LoadBench.run(folder, report));
    }
    if (only.isEmpty() || only.contains("captions")) {
      in(folder -> CaptionBench.run(folder, report));
    }
    if (only.isEmpty() || only.contains("upload")) {
      in(folder -> UploadBench.run(folder, report));
    }
    System.exit(report.write(REPORT) ? 0 : 1);
  }

  private interface Measurement {
    void in(Path folder) throws Exception;
  }

  /**
   * The service as it runs for people: compiled as well as Java can. All of its heap is in memory
   * from the start, or what is used of it for the first time would count as growth.
   */
  static ServiceProcess service(Path folder, String... properties) {
    return ServiceProcess.start(
        folder,
        List.of(properties),
        List.of("-XX:TieredStopAtLevel=4", "-Xms400m", "-XX:+AlwaysPreTouch"));
  }

  private static void in(Measurement measurement) throws Exception {
    Path folder = Files.createTempDirectory("ambient-gpt-bench");
    try {
      measurement.in(folder);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
