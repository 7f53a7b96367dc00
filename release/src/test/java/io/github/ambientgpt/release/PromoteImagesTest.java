package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromoteImagesTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  @BeforeEach
  void pushed() {
    String where = "127.0.0.1:1/org/api:commit-1";
    Published image = new Published("image", "api", List.of(where), DIGEST, 1);
    Step.ended("api", List.of(image)).write(folder);
  }

  @Test
  void whatHasNotPassedTheSmokeTestGetsNoName() {
    assertThatThrownBy(() -> promote("1.0.0"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("127.0.0.1:1/org/api@" + DIGEST + " has not passed the smoke test");
  }

  @Test
  void thatAnotherDigestHasPassedDoesNotCount() throws Exception {
    Files.writeString(folder.resolve("tested.txt"), "127.0.0.1:1/org/api@sha256:other\n");

    assertThatThrownBy(() -> promote("1.0.0")).isInstanceOf(Refusal.class);
  }

  @Test
  void aSnapshotIsNotPromoted() {
    promote("1.0.0-SNAPSHOT");

    assertThat(folder.resolve("promotion.json")).doesNotExist();
  }

  private void promote(String version) {
    PromoteImages.main(
        "insecure=true",
        "rehearsal.skip=true",
        "repositories=127.0.0.1:1/org",
        "version=" + version,
        "steps=" + folder);
  }
}
