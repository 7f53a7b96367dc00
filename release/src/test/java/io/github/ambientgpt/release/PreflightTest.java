package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void anOccupiedPortStopsTheRehearsal() throws IOException {
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
  void aReleaseThatMayStartForgetsTheStepsOfTheLastOne() {
    Step.ended("api", List.of()).write(folder);

    run();

    assertThat(Step.read(folder)).extracting(Step::name).containsExactly(Report.START);
    assertThat(folder.resolve("image.properties"))
        .hasContent("git.commit=none\nimage.second=arm64");
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
                "patience=1",
                "bases=",
                "portal=1",
                "repositories=127.0.0.1:1/org",
                "version=1.0",
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
