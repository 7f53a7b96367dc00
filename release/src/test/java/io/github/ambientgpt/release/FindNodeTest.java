package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindNodeTest {
  @ParameterizedTest
  @CsvSource({"18.20.4, true", "20.9.0, true", "20.19.0, false", "20.20.2, false", "24.0.0, false"})
  void versionsAreComparedByTheirNumbers(String version, boolean older) {
    assertThat(FindNode.isOlder(version, "20.19.0")).isEqualTo(older);
  }
}
