package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmTest {
  private static final String PROGRAM = Archive.system().equals("windows") ? "helm.exe" : "helm";

  @TempDir Path folder;
  private Path build;
  private Path place;

  @BeforeEach
  void folders() throws IOException {
    build = folder.resolve("build");
    place = Files.createDirectory(folder.resolve("place"));
  }

  private void find(String version, boolean skip) {
    FindHelm.main(
        "chart.skip=" + skip,
        "folder=" + build,
        "from=https://example.org/helm",
        "path=" + place,
        "steps=" + folder,
        "sum=",
        "version=" + version);
  }

  @Test
  void theOneOnThePathIsTaken() throws IOException {
    Path program = Files.writeString(place.resolve(PROGRAM), "a program");
    program.toFile().setExecutable(true);

    find("4.3.0", false);

    assertThat(build.resolve(PROGRAM)).hasContent("a program");
    assertThat(folder.resolve("helm.properties")).content().contains("helm.fetch.skip=true");
  }

  @Test
  void whereThereIsNoneTheArchiveOfThisPlatformIsFetchedByItsChecksum() {
    find("4.3.0", false);

    assertThat(folder.resolve("helm.properties"))
        .content()
        .contains("helm.fetch.skip=false", "helm.uri=https://example.org/helm/helm-v4.3.0-")
        .containsPattern("helm\\.fetch\\.sum=[0-9a-f]{64}\n");
  }

  @Test
  void aVersionWithoutAKnownChecksumIsNotFetched() {
    assertThatThrownBy(() -> find("4.99.0", false))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no checksum known of Helm 4.99.0");
  }

  @Test
  void whoMakesNoChartNeedsNone() {
    find("4.99.0", true);

    assertThat(folder.resolve("helm.properties")).content().contains("helm.fetch.skip=true");
  }

  @Test
  void filesGetOneTime() throws IOException {
    Path file = Files.writeString(Files.createDirectory(place.resolve("in")).resolve("f"), "x");

    StampFiles.main("folder=" + place, "time=2026-01-02T03:04:05Z");

    assertThat(Files.getLastModifiedTime(file))
        .isEqualTo(FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
  }

  @Test
  void aVersionIsNeverGivenTwice() {
    String manifest = "{\"layers\": [{\"digest\": \"sha256:a\"}]}";

    GuardChart.requireSame("r/c:1", manifest, "sha256:a");
    assertThatThrownBy(() -> GuardChart.requireSame("r/c:1", manifest, "sha256:b"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("r/c:1 is there already");
  }
}
