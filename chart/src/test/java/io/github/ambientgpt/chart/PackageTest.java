package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packaged. */
class PackageTest {
  @BeforeEach
  void cluster() {
    PlayedCluster.empty();
  }

  @Test
  void helmFindsNothingToComplainOf() {
    LintResult lint = new Helm(Chart.FOLDER).lint().strict().call();

    assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
  }

  @Test
  void imagesAreThoseThatTheBuildPushesUnderTheVersionOfTheChart() throws Exception {
    assertThat(Chart.values().text())
        .contains(
            "/ambient-gpt-api:0.0.0", "/ambient-gpt-bridge:0.0.0", "/ambient-gpt-frontend:0.0.0")
        .doesNotContain("@release.images@");
    assertThat(Files.readString(Chart.SOURCES.resolve("Chart.yaml")))
        .contains("version: 0.0.0", "appVersion: 0.0.0");
  }

  @Test
  void itIsPartOfAnotherChartThatNamesItsRegistryAndSwitchesItOnAndOff(@TempDir Path parent)
      throws Exception {
    Files.writeString(
        parent.resolve("Chart.yaml"),
        """
        apiVersion: v2
        name: parent
        version: 1.0.0
        dependencies: [{ name: ambient-gpt-notes, version: 0.0.0, condition: ambient-gpt-notes.enabled }]
        """);
    Path charts = Files.createDirectories(parent.resolve("charts/ambient-gpt-notes"));
    try (Stream<Path> files = Files.walk(Chart.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = charts.resolve(Chart.FOLDER.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }

    assertThat(rendered(parent, true)).contains("image: registry.example/");
    assertThat(rendered(parent, false)).doesNotContain("image:");
  }

  private static String rendered(Path parent, boolean enabled) {
    String rendered =
        new Helm(parent)
            .template()
            .withName("p")
            .withKubeVersion(Chart.KUBERNETES)
            .set("global.imageRegistry", "registry.example")
            .set("ambient-gpt-notes.enabled", enabled)
            .call();
    return rendered == null ? "" : rendered; // where nothing is rendered, the library has nothing
  }

  @Test
  void dashboardsAreInItAndAskOnlyForTheDataSourceThatIsChosen() throws Exception {
    String rendered = Chart.values().with("monitoring.dashboards.enabled", true).text();

    assertThat(rendered).contains("bridge.json", "service.json", "${datasource}");
    assertThat(rendered).doesNotContain("${DS_");
  }
}
