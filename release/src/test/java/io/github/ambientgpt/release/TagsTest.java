package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

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
}
