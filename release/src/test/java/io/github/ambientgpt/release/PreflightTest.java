package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {
  @TempDir Path folder;

  @Test
  void aSnapshotDoesNotGoToCentral() {
    assertThatThrownBy(() -> run("central.skip=false", "version=1.0-SNAPSHOT"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("takes no 1.0-SNAPSHOT")
        .hasMessageContaining("release:prepare");
  }

  @Test
  void withoutAKeyNothingStarts() {
    assertThatThrownBy(() -> run("central.skip=false"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no key to sign the jars with")
        .hasMessageContaining("MAVEN_GPG_KEY");
  }

  @Test
  void anOccupiedPortStopsTheRehearsal() throws IOException {
    Files.writeString(folder.resolve("key.asc"), "a key");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String portal = "portal=" + socket.getLocalPort();
      assertThatThrownBy(() -> run("central.skip=false", portal))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("port " + socket.getLocalPort());
    }
  }

  @Test
  void aRegistryThatDoesNotAnswerStopsTheReleaseWithACure() throws IOException {
    int port = freePort();
    assertThatThrownBy(() -> run("image.skip=false", "repositories=127.0.0.1:" + port + "/org"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("127.0.0.1:" + port + " does not answer, so nothing was published")
        .hasMessageContaining("docker run");
  }

  @Test
  void aLoginThatMayNotPushStopsTheReleaseWithACure() throws IOException {
    try (PlayedRegistry registry = PlayedRegistry.start()) {
      registry.askForTokens();
      registry.letNobodyPush();

      assertThatThrownBy(() -> run("image.skip=false", "repositories=" + registry.host() + "/org"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(registry.host() + " lets nothing be pushed to org/ambient-gpt-api")
          .hasMessageContaining("docker login " + registry.host());
    }
  }

  @Test
  void aVersionOfAnotherCommitIsNotOverwritten() throws IOException {
    try (PlayedRegistry registry = PlayedRegistry.start()) {
      registry.askForTokens();
      registry.hold("org/ambient-gpt-bridge", "1.0", "another");

      assertThatThrownBy(() -> release(registry))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("ambient-gpt-bridge:1.0 is there already, made from another")
          .hasMessageContaining("nothing was published");
      assertThat(registry.dropped()).isEqualTo(registry.begun()).isPositive();
    }
  }

  @Test
  void aRegistryThatLetsNobodyReadIsNoRegistryWithoutTheVersion() throws IOException {
    try (PlayedRegistry registry = PlayedRegistry.start()) {
      registry.hold("org/ambient-gpt-api", "1.0", "another");
      registry.letNobodyRead();

      assertThatThrownBy(() -> release(registry))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("does not let org/ambient-gpt-api be read (it answers 403)");
    }
  }

  @Test
  void aChartOfAnotherCommitIsNotOverwritten() throws IOException {
    try (PlayedRegistry registry = PlayedRegistry.start()) {
      registry.hold("org/charts/ambient-gpt-notes", "1.0", "another");

      assertThatThrownBy(
              () ->
                  run(
                      "chart.skip=false",
                      "rehearsal.skip=true",
                      "repositories=" + registry.host() + "/org"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("charts/ambient-gpt-notes:1.0 is there already");
    }
  }

  @Test
  void aRegistryThatBreaksDownIsNoRegistryWithoutTheVersion() throws IOException {
    try (PlayedRegistry registry = PlayedRegistry.start()) {
      Registry asked =
          Registry.of(
              registry.host() + "/org", true, Credentials.ofDocker(), Duration.ofSeconds(2));
      registry.die();

      assertThatThrownBy(() -> asked.tags("org/ambient-gpt-api"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("broke off");
    }
  }

  @Test
  void aReleaseThatMayStartSaysSo() {
    run();

    assertThat(Step.read(folder)).extracting(Step::name).containsExactly(Report.START);
    assertThat(folder.resolve("image.properties"))
        .hasContent("git.commit=none\nimage.first=none\nimage.second=none\nimage.second.skip=true");
  }

  @ParameterizedTest
  @CsvSource({"0.2.0, false", "0.2.1, true", "1.0.0, false", "1.1.0, true", "2.0.1, true"})
  void aPatchAndFrom1OnAMinorBreakNothing(String version, boolean compatible) {
    assertThat(JudgeVersion.mustBeCompatible(version)).isEqualTo(compatible);
  }

  /** Of images, for real. */
  private void release(PlayedRegistry registry) {
    run("image.skip=false", "rehearsal.skip=true", "repositories=" + registry.host() + "/org");
  }

  private void run(String... changes) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "image.skip=true",
                "chart.skip=true",
                "central.skip=true",
                "rehearsal.skip=false",
                "insecure=true",
                "sbom.images.skip=true",
                "patience=1",
                "bases=",
                "portal=1",
                "repositories=127.0.0.1:1/org",
                "version=1.0",
                "chart=charts/ambient-gpt-notes",
                "central=http://127.0.0.1:1",
                "group=org.example",
                "images=ambient-gpt-api,ambient-gpt-bridge",
                "key=" + folder.resolve("key.asc"),
                "uploaded=" + folder.resolve("uploaded.txt"),
                "steps=" + folder));
    arguments.addAll(List.of(changes)); // the later wins
    Preflight.main(arguments.toArray(String[]::new));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
