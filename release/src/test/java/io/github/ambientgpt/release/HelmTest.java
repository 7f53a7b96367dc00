package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmTest {
  private static final String PROGRAM =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
          ? "helm.exe"
          : "helm";

  @TempDir Path folder;
  private Path build;
  private Path place;

  @BeforeEach
  void folders() throws IOException {
    build = folder.resolve("build");
    place = Files.createDirectory(folder.resolve("place"));
  }

  private void require(String version, String path) {
    new Helm(build).require(version, place.toString(), path);
  }

  @Test
  void theOneOnThePathIsTaken() throws IOException {
    Path program = Files.writeString(place.resolve(PROGRAM), "a program");
    program.toFile().setExecutable(true);

    require("4.3.0", place.toString());

    assertThat(build.resolve(PROGRAM)).hasContent("a program");
  }

  @Test
  void anArchiveThatIsNotHelmsOwnIsRefused() throws IOException {
    for (String platform : new String[] {"linux-amd64", "linux-arm64", "darwin-arm64"}) {
      Files.writeString(place.resolve("helm-v4.3.0-" + platform + ".tar.gz"), "something else");
    }

    assertThatThrownBy(() -> require("4.3.0", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has the SHA-256")
        .hasMessageContaining("it is not Helm's own");
    assertThat(build).isEmptyDirectory();
  }

  @Test
  void aVersionWithoutAKnownChecksumIsNotFetched() {
    assertThatThrownBy(() -> require("4.99.0", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no checksum known of Helm 4.99.0");
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    assertThatThrownBy(() -> require("4.3.0", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot be had (it is not there): put Helm 4 on the PATH");
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
    byte[] manifest =
        "{\"layers\": [{\"digest\": \"sha256:a\"}]}"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    GuardChart.requireSame("r/c:1", manifest, "sha256:a");
    assertThatThrownBy(() -> GuardChart.requireSame("r/c:1", manifest, "sha256:b"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("r/c:1 is there already");
  }
}
