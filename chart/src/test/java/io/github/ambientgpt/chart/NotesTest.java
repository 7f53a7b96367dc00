package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said after an installation. */
class NotesTest {
  @BeforeEach
  void cluster() {
    PlayedCluster.empty();
  }

  private static String notes(Map<String, Object> set) {
    InstallCommand install =
        new Helm(Chart.FOLDER)
            .install()
            .withName(Chart.RELEASE)
            .withNamespace(PlayedCluster.NAMESPACE)
            .withKubeVersion(Chart.KUBERNETES)
            .clientOnly()
            .dryRun()
            .withDryRunOption(DryRun.CLIENT);
    set.forEach(install::set);
    return install.call().getOutput();
  }

  @Test
  void whereThePageIsAndHowTheFirstPersonComesIn() {
    assertThat(notes(Map.of()))
        .contains(
            "port-forward service/visits-ambient-gpt-notes-frontend 8000:80",
            "get secret visits-ambient-gpt-notes-login -o jsonpath='{.data.setup-code}'",
            "helm test --namespace clinic visits",
            "KEEP A COPY",
            "built-in composer",
            "rendered without a cluster");
    assertThat(
            notes(
                Map.of(
                    "ingress.enabled",
                    true,
                    "ingress.host",
                    "notes.example",
                    "ingress.tls.secretName",
                    "tls")))
        .contains("https://notes.example")
        .doesNotContain("port-forward", "nothing here speaks TLS");
  }

  @Test
  void whatIsUnsafeIsWarnedOf() {
    assertThat(
            notes(
                Map.of(
                    "api.persistence.enabled",
                    false,
                    "networkPolicy.enabled",
                    false,
                    "frontend.service.type",
                    "LoadBalancer")))
        .contains(
            "WARNING: api.persistence.enabled is false, so visits are gone",
            "WARNING: nothing here speaks TLS",
            "WARNING: networkPolicy.enabled is false");
    assertThat(notes(Map.of())).doesNotContain("WARNING");
  }
}
