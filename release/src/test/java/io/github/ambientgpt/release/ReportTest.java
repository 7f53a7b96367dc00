package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  @Test
  void timesEachStepFromTheOneBefore() {
    step("start", "2026-01-01T00:00:00Z");
    step("api", "2026-01-01T00:00:05Z", image("api", "registry/api:1.0.0"));
    step("central", "2026-01-01T00:00:07.500Z");

    Report.Release release = Report.release("1.0.0", Step.read(folder), "");

    assertThat(release.seconds()).isEqualTo(7.5);
    assertThat(release.steps()).extracting(Report.Timed::step).containsExactly("api", "central");
    assertThat(release.steps()).extracting(Report.Timed::seconds).containsExactly(5.0, 2.5);
  }

  @Test
  void theTableNamesEveryAddressAndWhatWasSkipped() {
    step("start", "2026-01-01T00:00:00Z");
    step(
        "promotion",
        "2026-01-01T00:00:05Z",
        image("api", "registry/api:1.0.0", "mirror/api:latest"));

    String table =
        Report.table(Report.release("1.0.0", Step.read(folder), "Maven Central: no token"));

    assertThat(table)
        .contains(
            "image api",
            "5.0",
            "1.5 MB",
            "sha256:0123456789ab ",
            "registry/api:1.0.0",
            "mirror/api:latest")
        .contains("Skipped: Maven Central: no token");
  }

  @Test
  void theReportIsWrittenWhole() throws Exception {
    step("start", "2026-01-01T00:00:00Z");
    step("api", "2026-01-01T00:00:05Z", image("api", "registry/api:1.0.0"));
    Path report = folder.resolve("out/report.json");

    report(report, "images=api");

    assertThat(Files.readString(report))
        .contains(
            "\"version\" : \"1.0.0\"", "\"digest\" : \"" + DIGEST + "\"", "\"bytes\" : 1500000");
  }

  @Test
  void whatAnImageContainsAndWhatWasPutIntoItAreBothOfIt() throws Exception {
    step("promotion", "2026-01-01T00:00:05Z", image("api", "registry/api:1.0.0"));
    Path contents = Files.createDirectory(folder.resolve("contents")).resolve("api.cdx.json");
    Files.writeString(contents, "{}");

    report(folder.resolve("out/report.json"), "images=api");

    assertThat(Files.readAllLines(folder.resolve("sboms.txt")))
        .containsExactly(
            contents + " registry/api@" + DIGEST, "api/target/bom.json registry/api@" + DIGEST);
  }

  @Test
  void whereNobodyHasListedWhatIsInTheImagesTheReportSaysSo() throws Exception {
    step("start", "2026-01-01T00:00:00Z");
    step("api", "2026-01-01T00:00:05Z", image("api", "registry/api:1.0.0"));
    Path report = folder.resolve("out/report.json");

    report(report, "images=api");

    assertThat(report).content().contains("What the images contain (SBOM), because syft");
  }

  @Test
  void aReportThatLacksARowFails() {
    step("start", "2026-01-01T00:00:00Z");
    step("api", "2026-01-01T00:00:05Z", image("api", "registry/api:1.0.0"));

    assertThatThrownBy(() -> report(folder.resolve("out/report.json"), "images=api,bridge"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The release lacks [image bridge]");
    assertThatThrownBy(
            () ->
                report(
                    folder.resolve("out/report.json"),
                    "images=api",
                    "chart.skip=false",
                    "central.skip=false"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("lacks [chart notes, jar core, jar bom]");
  }

  private void report(Path file, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "version=1.0.0",
                "steps=" + folder,
                "report=" + file,
                "skipped=",
                "sboms=api:api/target/bom.json",
                "contents=" + folder.resolve("contents"),
                "tagged=",
                "image.skip=false",
                "chart.skip=true",
                "central.skip=true",
                "chart=charts/notes",
                "jars=core,bom"));
    arguments.addAll(List.of(more)); // the later wins
    Report.main(arguments.toArray(String[]::new));
  }

  private void step(String name, String at, Published... published) {
    new Step(name, Instant.parse(at), List.of(published)).write(folder);
  }

  private static Published image(String name, String... where) {
    return new Published("image", name, List.of(where), DIGEST, 1_500_000);
  }
}
