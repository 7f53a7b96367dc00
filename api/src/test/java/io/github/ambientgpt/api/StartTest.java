package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts it reads. */
class StartTest {
  private static final int MOST_LINES = 8;

  @Test
  void aStartSaysAFewLinesAndWhereThePageIs(@TempDir Path folder) {
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      // The second and last thing of a first start: the key that was made.
      await().until(() -> process.log().contains("keep a copy of it elsewhere"));

      List<String> lines = process.log().lines().toList();

      assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
      assertThat(lines.subList(lines.size() - 2, lines.size()))
          .anyMatch(line -> line.endsWith("The page is on " + process.base()));
      assertThat(lines.stream().filter(line -> line.contains("WARN")).toList()).hasSize(1);
    }
  }
}
