package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgeFilesTest {
  private static final Instant TAGGED = Instant.parse("2026-01-01T00:00:00Z");
  private static final ForgeFiles RELEASED =
      new ForgeFiles(
          List.of(
              step("start", 10),
              step(
                  "promotion",
                  60,
                  published(
                      "image",
                      "api",
                      "ghcr.io/o/api:1.0",
                      "docker.io/o/api:1.0",
                      "docker.io/o/api:latest")),
              step("chart", 70, published("chart", "notes", "oci://ghcr.io/o/charts/notes:1.0")),
              step("central", 90, published("jar", "core", "Maven Central core:1.0")),
              step("central-wait", 390)),
          Map.of("api", List.of("api/target/bom.json")),
          Optional.of(TAGGED));

  @TempDir Path folder;

  @Test
  void eachNameOfImagesAndChartIsSignedOnceByItsDigest() {
    RELEASED.write(folder, "a table\n");

    assertThat(folder.resolve("digests.txt"))
        .hasContent(
            "ghcr.io/o/api@sha256:0\ndocker.io/o/api@sha256:0\nghcr.io/o/charts/notes@sha256:0");
  }

  @Test
  void anSbomIsAttestedUnderEachNameOfItsImage() {
    RELEASED.write(folder, "a table\n");

    assertThat(folder.resolve("sboms.txt"))
        .hasContent(
            "api/target/bom.json ghcr.io/o/api@sha256:0\n"
                + "api/target/bom.json docker.io/o/api@sha256:0");
  }

  @Test
  void theJobsThatFollowGetWhatWasPublishedOnOneLine() {
    RELEASED.write(folder, "a table\n");

    assertThat(folder.resolve("outputs.txt"))
        .content()
        .hasLineCount(3)
        .startsWith("subjects=[{")
        .contains("\"name\":\"index.docker.io/o/api\"", "\"digest\":\"sha256:0\"")
        .contains("central=true", "latest=true");
  }

  @Test
  void aHotFixOfAnOlderLineIsNotTheLatest() {
    Step promotion = step("promotion", 60, published("image", "api", "ghcr.io/o/api:1.0.1"));

    new ForgeFiles(List.of(promotion), Map.of(), Optional.empty()).write(folder, "a table\n");

    assertThat(folder.resolve("outputs.txt")).content().contains("latest=false");
  }

  @Test
  void theSummarySaysHowLongAfterTheTagAndCentralsOwnWaitApart() {
    assertThat(RELEASED.available())
        .contains(
            "| image api, ghcr.io/o/api:1.0 | 60 |",
            "| jar core, Maven Central core:1.0 | 90 |",
            "| Maven Central's own wait | 300 |");
  }

  @Test
  void whereNobodyKnowsTheTagNothingIsSaidOfIt() {
    assertThat(new ForgeFiles(RELEASED.steps(), Map.of(), Optional.empty()).available()).isEmpty();
  }

  private static Step step(String name, long seconds, Published... published) {
    return new Step(name, TAGGED.plusSeconds(seconds), List.of(published));
  }

  private static Published published(String kind, String name, String... where) {
    return new Published(kind, name, List.of(where), "sha256:0", 1);
  }
}
