package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetEarlierBuildTest {
  @TempDir private Path folder;

  @Test
  void whatAnotherReleaseLeftForCentralIsNotInThisOnesBundle() throws IOException {
    Path old = folder.resolve("staging/org/example/thing/0.0.0/thing-0.0.0.jar");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "old");

    begin();

    assertThat(old).doesNotExist();
  }

  @Test
  void whatAnotherReleasePushedIsNotWhatThisBuildTries() throws IOException {
    Step.ended("api", List.of()).write(folder.resolve("steps"));

    begin();

    assertThat(Step.read(folder.resolve("steps"))).isEmpty();
  }

  @Test
  void aFirstBuildHasNothingToForget() throws IOException {
    begin();

    assertThat(folder.resolve("steps")).isEmptyDirectory();
  }

  private void begin() throws IOException {
    ForgetEarlierBuild.main(
        "staging=" + folder.resolve("staging"), "steps=" + folder.resolve("steps"));
  }
}
