package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ambientgpt.release.portal.Portal;
import io.github.ambientgpt.release.portal.ThrowAwayKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a release says when a part of the world fails, what is public then, and that the same
 * command goes on when the part is mended: {@code mvnw -Prelease deploy} of a small reactor ({@code
 * src/it/small}) with this project's own POMs, against a registry and a portal that fail when told
 * to.
 */
class ReleaseIT {
  private static final List<String> IMAGES = List.of("ambient-gpt-api", "ambient-gpt-bridge");
  private static final String CHART = "org/charts/ambient-gpt-notes";
  private static final String COORDINATE = "io/github/ambientgpt/ambient-gpt-core/";

  @TempDir static Path folder;
  private static Workspace project;
  private static String commit;
  private static int releases;

  @TempDir Path central;
  private PlayedRegistry registry;
  private Portal portal;
  private String version;

  @BeforeAll
  static void smallReactor() throws IOException {
    project = new Workspace(folder);
    boolean there = project.has("docker", "buildx", "version") && project.has("helm", "version");
    assumeTrue(
        there || Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED")),
        "Docker with buildx, running, and Helm 4 on the PATH are needed to try releases: install them");
    project.reactor(
        "release",
        "core/ambient-gpt-core",
        "api",
        "bridge",
        "docker/smoke",
        "chart",
        "core/ambient-gpt-bom");
    project.take(
        "CHANGELOG.md",
        "release/pom.xml",
        "release/src/main",
        "docker/smoke/pom.xml",
        "chart/pom.xml",
        "chart/ambient-gpt-notes",
        "chart/dashboards",
        "core/ambient-gpt-bom");
    project.takeAsRoot("release/src/it/small");
    project.commit("feat: a small project");
    commit = project.git("rev-parse", "HEAD").strip();
    ThrowAwayKey.main(folder.resolve("target/key").toString());
  }

  @BeforeEach
  void start() throws IOException {
    registry = PlayedRegistry.start();
    imagesAreMade();
    portal = Portal.start(central, folder.resolve("target/key/public.asc"));
    version = "1.0." + releases++;
  }

  @AfterEach
  void stop() {
    registry.close();
    portal.close();
  }

  @Test
  void aRegistryThatIsDown() throws IOException {
    int port = registry.port();
    registry.close();

    String sentence = failing(release());

    assertThat(sentence)
        .contains("127.0.0.1:" + port + " does not answer, so nothing was published");
    assertThat(central).isEmptyDirectory();
    registry = PlayedRegistry.start(port);
    imagesAreMade();
    succeeding(release());
  }

  @Test
  void aRegistryThatDiesInTheMiddle() {
    registry.dieAt("mirror/org/ambient-gpt-api:" + version);

    String sentence = failing(release());

    assertThat(sentence).contains("mirror/org/ambient-gpt-api:" + version + " could not be named");
    assertThat(names()).doesNotContain(CHART + ":" + version);
    assertThat(central).isEmptyDirectory();
    Map<String, String> before = registry.tags();
    registry.recover();
    succeeding(release());
    assertThat(registry.tags()).containsAllEntriesOf(before);
  }

  @Test
  void aPortalThatRefuses() {
    portal.refuse(true);

    Workspace.Outcome outcome = release();

    failing(outcome);
    assertThat(outcome.output()).contains("The namespace is not yours");
    assertThat(central).isEmptyDirectory();
    portal.refuse(false);
    Map<String, String> before = registry.tags();
    succeeding(release());
    assertThat(registry.tags()).containsExactlyInAnyOrderEntriesOf(before);
  }

  @Test
  void aPortalThatAnswersLate() throws IOException {
    portal.beLate();

    String sentence = failing(release());

    assertThat(sentence)
        .contains("Maven Central has taken " + version + " and not published it within 2 s")
        .contains("run the same command again");
    portal.publishAtLast();
    succeeding(release());
    assertThat(portal.uploads()).isEqualTo(1);
  }

  @Test
  void aChartThatExistsWithAnotherContent() {
    registry.hold(CHART, version, "another-commit");
    Map<String, String> before = registry.tags();

    String sentence = failing(release());

    assertThat(sentence)
        .contains("ambient-gpt-notes:" + version + " is there already, made from another-commit")
        .contains("so nothing was published");
    assertThat(registry.tags()).containsExactlyInAnyOrderEntriesOf(before);
    assertThat(central).isEmptyDirectory();
    registry.forget(CHART, version);
    succeeding(release());
  }

  @Test
  void aChartOfThisCommitWithAnotherContentIsNotOverwritten() {
    registry.hold(CHART, version, commit);
    Map<String, String> before = registry.tags();

    String sentence = failing(release());

    assertThat(sentence).contains("is there already, with another content");
    assertThat(registry.tags()).containsAllEntriesOf(before);
    assertThat(central).isEmptyDirectory();
  }

  @Test
  void noKey() {
    Map<String, String> before = registry.tags();

    String sentence = failing(release("-Dgpg.keyFilePath=none.asc"));

    assertThat(sentence).contains("no key to sign the jars with, so nothing was published");
    assertThat(registry.tags()).containsExactlyInAnyOrderEntriesOf(before);
    succeeding(release());
  }

  @Test
  void aSmokeTestThatFails() {
    project.variable("SMOKE_FAILS", "yes");

    Workspace.Outcome outcome = release();

    project.withoutVariable("SMOKE_FAILS");
    String sentence = failing(outcome);
    assertThat(sentence).contains("failsafe");
    assertThat(names()).allMatch(name -> name.contains(":commit-"));
    assertThat(central).isEmptyDirectory();
    succeeding(release());
  }

  @Test
  void twoBuildsThatDiffer() throws IOException {
    project.variable("PLANTED", "yes");

    Workspace.Outcome outcome = release("-Dreproducible.skip=false", "-Dreproducible.images=");

    project.withoutVariable("PLANTED");
    assertThat(failing(outcome))
        .contains("Two builds of " + commit + " differ in")
        .contains("core/ambient-gpt-core/target/ambient-gpt-core-" + version)
        .contains("(META-INF/MANIFEST.MF: another content)");
    assertThat(central).isEmptyDirectory();
    assertThat(folder.resolve("target/reports/reproducible.json"))
        .content()
        .contains("META-INF/MANIFEST.MF");
    // Maven does not see that its manifest would be another.
    Files.delete(
        folder.resolve("core/ambient-gpt-core/target/ambient-gpt-core-" + version + ".jar"));
    succeeding(release("-Dreproducible.skip=false", "-Dreproducible.images="));
  }

  @Test
  void aReleaseThatIsRunAgainChangesNothing() {
    succeeding(release());
    Map<String, String> before = registry.tags();

    succeeding(release());

    assertThat(registry.tags()).containsExactlyInAnyOrderEntriesOf(before);
    assertThat(portal.uploads()).isEqualTo(1);
  }

  private void imagesAreMade() {
    for (String image : IMAGES) {
      registry.holdArchitectures("org/" + image, "commit-" + commit, commit);
    }
  }

  private Workspace.Outcome release(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                // The rehearsal's places, but not its leave to overwrite: the registry and the
                // portal are the test's.
                "-Prelease,rehearsal",
                "-Drehearsal.skip=true",
                "-Dsbom.images.skip=true",
                "-Dsmoke.tests=**/SmallIT.java", // a rehearsal tries others
                "-DskipTests",
                "-Drevision=" + version,
                "-Drelease.images=" + registry.host() + "/org",
                "-Drelease.images.mirror=" + registry.host() + "/mirror/org",
                "-Drelease.images.names=" + String.join(",", IMAGES),
                "-Drelease.jars=ambient-gpt-core",
                "-Drelease.portal=" + portal.address(),
                "-DcentralBaseUrl=" + portal.address(),
                "-Dcentral.patience=2",
                "-Dcentral.pause=1"));
    if (Stream.of(more).noneMatch(argument -> argument.startsWith("-Dgpg"))) {
      arguments.add("-Dgpg.keyFilePath=" + folder.resolve("target/key/key.asc"));
    }
    arguments.addAll(List.of(more));
    arguments.add("deploy");
    return project.maven(arguments.toArray(String[]::new));
  }

  /** Its one sentence. */
  private static String failing(Workspace.Outcome outcome) {
    assertThat(outcome.status()).as(outcome.output()).isNotZero();
    assertThat(outcome.output()).doesNotContain("\tat io.github.ambientgpt.release");
    return outcome.errors().stream()
        .filter(line -> line.startsWith("Failed to execute goal"))
        .collect(Collectors.collectingAndThen(Collectors.toList(), ReleaseIT::only));
  }

  private static String only(List<String> lines) {
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private void succeeding(Workspace.Outcome outcome) {
    assertThat(outcome.status()).as(outcome.output()).isZero();
    for (String image : IMAGES) {
      for (String tag : List.of(version, "1.0", "1", "latest")) {
        assertThat(names()).contains("org/" + image + ":" + tag, "mirror/org/" + image + ":" + tag);
      }
    }
    assertThat(names()).contains(CHART + ":" + version);
    assertThat(central.resolve(COORDINATE + version + "/ambient-gpt-core-" + version + ".jar"))
        .exists();
    assertThat(folder.resolve("target/rehearsal.json")).exists();
  }

  private Set<String> names() {
    return registry.tags().keySet();
  }
}
