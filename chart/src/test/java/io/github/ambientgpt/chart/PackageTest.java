package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
  void dashboardsAreInItAndAskOnlyForTheDataSourceThatIsChosen() throws Exception {
    String rendered = Chart.values().with("monitoring.dashboards.enabled", true).text();

    assertThat(rendered).contains("bridge.json", "service.json", "${datasource}");
    assertThat(rendered).doesNotContain("${DS_");
  }
}
