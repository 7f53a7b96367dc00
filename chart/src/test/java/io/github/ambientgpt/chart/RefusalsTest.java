package io.github.ambientgpt.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ambientgpt.chart.Chart.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart refuses, and that each refusal says what to do. */
class RefusalsTest {
  private static final Path TEMPLATE = Chart.SOURCES.resolve("templates/refusals.yaml");
  private static final Pattern FAIL = Pattern.compile("fail (?:\\(printf )?\"([^\"]*)\"");

  /**
   * @param set what is asked for
   * @param says how the refusal begins
   */
  record Refusal(Map<String, Object> set, String says) {}

  static List<Refusal> refusals() {
    return Stream.of(replicas(), waysIn(), places()).flatMap(List::stream).toList();
  }

  private static List<Refusal> replicas() {
    Map<String, Object> shared =
        Map.of("database.kind", "postgresql", "postgresql.enabled", true, "api.replicas", 2);
    return List.of(
        refusal("image.repository is not set", "image.repository", "@release.images@"),
        refusal("api.replicas is 2, but one pod alone can open", "api.replicas", 2),
        refusal(
            "api.autoscaling.enabled is true, but one pod alone can open",
            "api.autoscaling.enabled",
            true),
        refusal("api.replicas is 2, but api.persistence.accessModes", shared),
        refusal(
            "api.autoscaling.enabled is true, but api.persistence.accessModes",
            plus(shared, "api.replicas", 1, "api.autoscaling.enabled", true)),
        refusal(
            "api.replicas is 2, but with api.persistence.enabled=false",
            plus(shared, "api.persistence.enabled", false)),
        refusal("api.replicas is null", "api.replicas", "null"));
  }

  private static List<Refusal> waysIn() {
    Map<String, Object> oidc =
        Map.of(
            "login.mode",
            "oidc",
            "login.oidc.issuer",
            "https://id",
            "login.oidc.clientId",
            "notes");
    return List.of(
        refusal("login.mode is local, so whoever", "login.mode", "local", "ingress.enabled", true),
        refusal("login.mode is none, so whoever", "login.mode", "", "ingress.enabled", true),
        refusal("login.mode is none, so whoever", "login.mode", "none", "httpRoute.enabled", true),
        refusal(
            "login.mode is local, so whoever",
            "login.mode",
            "local",
            "frontend.service.type",
            "LoadBalancer"),
        refusal("login.mode is local, which is for one machine", "login.mode", "local"),
        refusal("login.mode is oidc, but login.oidc.issuer is empty", "login.mode", "oidc"),
        refusal(
            "login.mode is oidc, but login.oidc.clientId is empty",
            "login.mode",
            "oidc",
            "login.oidc.issuer",
            "https://id"),
        refusal("login.mode is oidc, but login.oidc.roles.clinician is empty", oidc),
        refusal(
            "login.oidc.issuer does not begin with https://",
            plus(oidc, "login.oidc.issuer", "http://id", "login.oidc.roles.clinician[0]", "d")),
        refusal("ingress.enabled is true, but ingress.host is empty", "ingress.enabled", true),
        refusal(
            "httpRoute.enabled is true, but httpRoute.host",
            "httpRoute.enabled",
            true,
            "httpRoute.host",
            "notes.example"));
  }

  private static List<Refusal> places() {
    return List.of(
        refusal(
            "postgresql.enabled is true and database.host is set",
            "database.kind",
            "postgresql",
            "postgresql.enabled",
            true,
            "database.host",
            "db"),
        refusal("database.kind is postgresql, but there is none", "database.kind", "postgresql"),
        refusal(
            "database.host is set, but not its password",
            "database.kind",
            "postgresql",
            "database.host",
            "db"),
        refusal("database.kind is embedded, but", "postgresql.enabled", true),
        refusal("database.kind is embedded, but", "database.host", "db"),
        refusal("s3.endpoint is set, but s3.bucket is empty", "s3.endpoint", "https://s3"),
        refusal(
            "ollama.enabled is true and bridge.ollamaUrl is set",
            "ollama.enabled",
            true,
            "bridge.ollamaUrl",
            "http://ollama"),
        refusal(
            "ollama.enabled is true, but nothing would reach it",
            "ollama.enabled",
            true,
            "bridge.enabled",
            false),
        refusal(
            "api.languageModel is bridge, but there is no bridge", "api.languageModel", "bridge"));
  }

  private static Refusal refusal(String says, Object... set) {
    return new Refusal(plus(Map.of(), set), says);
  }

  private static Refusal refusal(String says, Map<String, Object> set) {
    return new Refusal(set, says);
  }

  private static Map<String, Object> plus(Map<String, Object> set, Object... more) {
    Map<String, Object> all = new java.util.LinkedHashMap<>(set);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  private static String said(Values values) {
    Throwable refused = catchThrowable(values::text);
    assertThat(refused).as("it is refused").isNotNull();
    return refused.getMessage();
  }

  private static String said(Refusal refusal) {
    return said(new Values(List.of(), refusal.set()));
  }

  @BeforeEach
  void cluster() {
    PlayedCluster.empty();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotWorkOrIsUnsafeIsRefusedWithASentence(Refusal refusal) {
    assertThat(said(refusal)).contains(refusal.says());
  }

  @Test
  void eachRefusalOfTheTemplateIsTriedAndSaysWhatToDo() throws IOException {
    List<String> said = new ArrayList<>();
    refusals().forEach(refusal -> said.add(said(refusal)));
    PlayedCluster.empty().reached();
    said.add(said(Chart.values().with("encryption.existingSecret", "mine")));
    PlayedCluster.empty().reached().withSecret("mine", Map.of("other", "x"));
    said.add(said(Chart.values().with("encryption.existingSecret", "mine")));
    int tried = 0;
    Matcher fail = FAIL.matcher(Files.readString(TEMPLATE));
    while (fail.find()) {
      if (fail.group(1).startsWith("this upgrade")) {
        continue; // UpgradeTest
      }
      Pattern sentence =
          Pattern.compile(
              Pattern.quote(fail.group(1)).replaceAll("%[sv]", "\\\\E.*\\\\Q"), Pattern.DOTALL);
      assertThat(said).as(fail.group(1)).anyMatch(text -> sentence.matcher(text).find());
      assertThat(fail.group(1)).matches("(?s).*(: |, or ).{10,}");
      tried++;
    }
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void aSecretThatIsNamedHasToBeThereWithItsKeysWhereTheClusterCanBeAsked() {
    Values values =
        Chart.values()
            .with("s3.bucket", "sound")
            .with("s3.existingSecret", "bucket")
            .with("login.existingSecret", "code");

    assertThatCode(values::text).as("no cluster").doesNotThrowAnyException();
    PlayedCluster.empty().reached();
    assertThat(said(values))
        .contains("login.existingSecret is code, but namespace clinic has no such Secret")
        .contains("create it with the key setup-code");
    PlayedCluster.empty()
        .reached()
        .withSecret("code", Map.of("setup-code", "x"))
        .withSecret("bucket", Map.of("access-key", "x"));
    assertThat(said(values))
        .contains("s3.existingSecret is bucket, but that Secret has no key secret-key");
    PlayedCluster.empty()
        .reached()
        .withSecret("code", Map.of("setup-code", "x"))
        .withSecret("bucket", Map.of("access-key", "x", "secret-key", "y"));
    assertThatCode(values::text).doesNotThrowAnyException();
  }

  @Test
  void aValueThatThereIsNotIsRefusedByItsName() {
    assertThat(said(Chart.values().with("api.replica", 2))).contains("replica");
    assertThat(said(Chart.values().with("api.jobs", 0))).contains("/api/jobs");
    assertThat(said(Chart.values().with("bridge.ollamaUrl", "ollama:11434")))
        .contains("/bridge/ollamaUrl");
  }
}
