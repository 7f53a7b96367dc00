package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> process.log().contains("keep a copy of it elsewhere"));

      List<String> lines = process.log().lines().toList();

      assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES);
      assertThat(lines.subList(lines.size() - 2, lines.size()))
          .anyMatch(line -> line.endsWith("The page is on " + process.base()));
      assertThat(lines.stream().filter(line -> line.contains("WARN")).toList()).hasSize(1);
    }
  }

  private static void failsSaying(Path folder, List<String> properties, String... words) {
    assertThatThrownBy(() -> ServiceProcess.start(folder, properties).close())
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\tat ", "s3cret");
  }

  @Test
  void allFaultsOfItsConfigurationAreToldBeforeAnythingIsOpened(@TempDir Path folder) {
    failsSaying(
        folder,
        List.of(
            "ambient-gpt.live.sessions=some",
            "ambient-gpt.login.mode=oidc",
            "ambient-gpt.recognizers.whisper.threads=0",
            "ambient-gpt.retention.audio=1h",
            "ambient-gpt.storage.database.url=mysql://s3cret@db",
            "ambient-gpt.predecessor-variables=perhaps",
            "ambient-gpt.sesions=2"),
        "The configuration has 9 faults; nothing was opened",
        "ambient-gpt.live.sessions",
        "ambient-gpt.login.oidc.issuer",
        "ambient-gpt.login.oidc.client-id",
        "ambient-gpt.login.oidc.roles",
        "ambient-gpt.recognizers.whisper.threads",
        "ambient-gpt.retention.audio",
        "ambient-gpt.storage.database.url",
        "ambient-gpt.predecessor-variables",
        "ambient-gpt.sesions");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void dataThatCannotBeKeptEndsTheStartInWords(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    failsSaying(
        folder,
        List.of("ambient-gpt.storage.folder=" + file),
        "nothing can be written",
        "ambient-gpt.storage.folder");
  }

  @Test
  void dataThatAnotherProcessHasOpenEndsTheStartInWords(@TempDir Path folder) {
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      failsSaying(folder, List.of(), "Another process has the data of this folder open");
      process.service().encounter("It goes on");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerEndsTheStartInWords(@TempDir Path folder) {
    failsSaying(
        folder,
        List.of(
            "ambient-gpt.storage.database.url=jdbc:postgresql://127.0.0.1:1/ambient?password=s3cret"),
        "No PostgreSQL answers at 127.0.0.1:1/ambient",
        "ambient-gpt.storage.database.url");
  }

  @Test
  void aDatabaseThatLetsNobodyInEndsTheStartInWords(@TempDir Path folder) {
    List<String> properties = new ArrayList<>(Postgres.properties());
    properties.add("ambient-gpt.storage.database.password=s3cret");

    failsSaying(
        folder, properties, "by this name and password", "ambient-gpt.storage.database.password");
  }
}
