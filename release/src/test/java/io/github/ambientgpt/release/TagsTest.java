package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsTest {
  @Test
  void aReleaseIsFoundByItsVersionMinorMajorAndAsTheLatest() {
    assertThat(Tags.of("1.20.3")).containsExactly("1.20.3", "1.20", "1", "latest");
  }

  @Test
  void aPreReleaseIsFoundByItsVersionOnly() {
    assertThat(Tags.of("2.0.0-rc.1")).containsExactly("2.0.0-rc.1");
  }

  @Test
  void aHotFixOfAnOlderLineTakesNothingBackFromTheNewerOne() {
    assertThat(Tags.forwards("1.20.4", List.of("1.20.3", "1.20", "1.21.0", "1.21", "1", "latest")))
        .containsExactly("1.20.4", "1.20");
    assertThat(Tags.forwards("1.21.1", List.of("1.21.0", "2.0.0", "latest")))
        .containsExactly("1.21.1", "1.21", "1");
  }

  @Test
  void aNewReleaseMovesThemAll() {
    assertThat(Tags.forwards("1.10.0", List.of("1.9.0", "1.9", "1", "latest", "commit-1")))
        .containsExactly("1.10.0", "1.10", "1", "latest");
    assertThat(Tags.forwards("1.10.0", List.of("1.10.0", "2.0.0-rc.1"))).hasSize(4);
  }
}
