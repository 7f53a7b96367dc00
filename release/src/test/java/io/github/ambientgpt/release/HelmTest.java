package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private void require(String version, String path) throws IOException {
    Helm.in(build).require(version, place.toString(), path);
  }

  @Test
  void theOneOnThePathIsTaken() throws IOException {
    Path program = Files.writeString(place.resolve(PROGRAM), "a program");
    program.toFile().setExecutable(true);

    require("4.3.0", place.toString());

    assertThat(build.resolve(PROGRAM)).hasContent("a program");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "darwin-amd64.tar.gz",
        "darwin-arm64.tar.gz",
        "linux-amd64.tar.gz",
        "linux-arm64.tar.gz",
        "windows-amd64.zip"
      })
  void anArchiveThatIsNotHelmsOwnIsRefused(String archive) throws IOException {
    Files.writeString(place.resolve("helm-v4.3.0-" + archive), "something else");
    Properties sums = new Properties();
    try (InputStream in = Helm.class.getResourceAsStream("/helm.properties")) {
      sums.load(in);
    }
    Helm helm = new Helm(build, archive.replaceFirst("\\..*", ""), sums);

    assertThatThrownBy(() -> helm.require("4.3.0", place.toString(), ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has the SHA-256")
        .hasMessageContaining("it is not Helm's own");
    assertThat(build).isEmptyDirectory();
  }

  @Test
  void helmsOwnArchiveForWindowsIsUnpacked() throws IOException {
    Path archive = place.resolve("helm-v1.2.3-windows-amd64.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("windows-amd64/LICENSE"));
      zip.putNextEntry(new ZipEntry("windows-amd64/helm.exe"));
      zip.write("a program".getBytes(StandardCharsets.UTF_8));
    }

    fetch("windows-amd64", archive);

    assertThat(build.resolve("helm.exe")).hasContent("a program");
  }

  @Test
  void helmsOwnArchiveForOtherSystemsIsUnpacked() throws IOException {
    Path archive = place.resolve("helm-v1.2.3-linux-amd64.tar.gz");
    Files.writeString(
        Files.createDirectory(folder.resolve("linux-amd64")).resolve("helm"), "a program");
    Command.text("tar", "-czf", archive.toString(), "-C", folder.toString(), "linux-amd64");

    fetch("linux-amd64", archive);

    assertThat(build.resolve("helm")).hasContent("a program");
  }

  private void fetch(String platform, Path archive) throws IOException {
    Properties sums = new Properties();
    sums.setProperty(
        "1.2.3-" + platform,
        Images.digest(Files.readAllBytes(archive)).substring("sha256:".length()));
    new Helm(build, platform, sums).require("1.2.3", place.toString(), "");
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
    String manifest = "{\"layers\": [{\"digest\": \"sha256:a\"}]}";

    GuardChart.requireSame("r/c:1", manifest, "sha256:a");
    assertThatThrownBy(() -> GuardChart.requireSame("r/c:1", manifest, "sha256:b"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("r/c:1 is there already");
  }
}
