package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final String JAR = "core/thing/target/thing-1.0.jar";
  private static final long TIME = 1_700_000_000_000L;

  @TempDir Path here;
  @TempDir Path again;

  @BeforeEach
  void twoBuilds() throws IOException {
    for (Path build : new Path[] {here, again}) {
      jar(build, "content", TIME);
      write(build, "core/thing/target/bom.json", "{}");
      write(build, "core/thing/.flattened-pom.xml", "<version>1.0</version>");
      write(build, "chart/target/helm/repo/chart-1.0.tgz", "a chart");
    }
  }

  @Test
  void theSameIsTheSame() throws IOException {
    Comparison comparison = compare();

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.sentence("c"))
        .isEqualTo("Two builds of c are the same: 4 files and layers");
  }

  @Test
  void anotherContentInAnArchiveIsNamed() throws IOException {
    jar(again, "other content", TIME);

    assertThat(compare().sentence("c"))
        .isEqualTo(
            "Two builds of c differ in 1 files or layers, the first of them "
                + JAR
                + " (a: another content)");
  }

  @Test
  void whatAnEarlierVersionLeftIsNotOfThisBuild() throws IOException {
    write(here, "core/other/.flattened-pom.xml", "<version>0.9</version>");
    write(
        here,
        "core/other/target/bom.json",
        "{\"metadata\": {\"component\": {\"version\": \"0.9\"}}}");
    write(here, "core/other/target/other-0.9.jar", "of an earlier build");

    assertThat(compare().differences()).isEmpty();
  }

  @Test
  void anotherTimeInAnArchiveIsNamed() throws IOException {
    jar(again, "content", TIME + 60_000);

    assertThat(compare().differences().get(0).entries()).containsExactly("a: another time");
  }

  @Test
  void aPomSbomOrChartThatDiffersIsNamed() throws IOException {
    write(again, "core/thing/target/bom.json", "{\"serialNumber\": 1}");
    write(again, "core/thing/.flattened-pom.xml", "<project></project>");
    write(again, "chart/target/helm/repo/chart-1.0.tgz", "another chart");

    assertThat(compare().differences()).extracting(Comparison.Difference::file).hasSize(3);
  }

  @Test
  void whatOnlyOneHasDiffers() throws IOException {
    write(again, "core/thing/target/thing-1.0-sources.jar", "x");

    assertThat(compare().differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.here()).isEmpty());
  }

  @Test
  void aLayerThatDiffersOrIsThereOnceIsNamed() throws IOException {
    Build first =
        new Build(here, Map.of(), Map.of("image api, layer 01", "a", "image api, layer 02", "b"));
    Build second =
        new Build(again, Map.of(), Map.of("image api, layer 01", "a", "image api, layer 02", "c"));

    assertThat(Comparison.of(first, first).sentence("c")).contains("2 files and layers");
    assertThat(Comparison.of(first, second).sentence("c")).contains("image api, layer 02");
    Build shorter = new Build(again, Map.of(), Map.of("image api, layer 01", "a"));
    assertThat(Comparison.of(first, shorter).differences()).hasSize(1);
  }

  @Test
  void whatIsNotMadeYetDoesNotCount() throws IOException {
    Files.delete(here.resolve("chart/target/helm/repo/chart-1.0.tgz"));
    Build first = Build.in(here, "1.0");

    assertThat(Comparison.of(first, Build.in(again, "1.0")).differences()).hasSize(1);
    assertThat(Comparison.of(first, Build.in(again, "1.0").asFarAs(first)).differences()).isEmpty();
  }

  @Test
  void whatIsPublishedNowhereDoesNotCount() throws IOException {
    write(again, "api/target/api-1.0-exec.jar", "x");
    write(again, "bench/target/bench-1.0.jar", "x");
    write(again, "core/thing/target/thing-0.9.jar", "of an earlier build");
    write(again, "core/thing/target/classes/target/a-1.0.jar", "x");

    assertThat(compare().differences()).isEmpty();
  }

  @Test
  void nothingToCompareIsNoAgreement() {
    assertThatThrownBy(
            () -> Comparison.of(Build.in(here, "2.0.0"), Build.in(again.resolve("core"), "2.0.0")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nothing to compare");
  }

  private Comparison compare() throws IOException {
    return Comparison.of(Build.in(here, "1.0"), Build.in(again, "1.0"));
  }

  private static void jar(Path build, String content, long time) throws IOException {
    Path file = build.resolve(JAR);
    Files.createDirectories(file.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      ZipEntry entry = new ZipEntry("a");
      entry.setTime(time);
      zip.putNextEntry(entry);
      zip.write(content.getBytes());
      zip.closeEntry();
    }
  }

  private static void write(Path build, String name, String content) throws IOException {
    Path file = build.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
