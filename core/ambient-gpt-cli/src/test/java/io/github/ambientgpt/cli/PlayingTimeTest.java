package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayingTimeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "0.44, 0.4 s",
    "9.96, 10 s",
    "59.4, 59 s",
    "59.6, 1 min 0 s",
    "723, 12 min 3 s",
    "3605, 1 h 0 min 5 s",
    "7384, 2 h 3 min 4 s"
  })
  void isSaidInTheUnitsThatPeopleUse(double seconds, String text) {
    assertThat(PlayingTime.of(seconds)).isEqualTo(text);
  }

  @Test
  void workIsComparedWithTheLengthOfTheRecording() {
    assertThat(PlayingTime.of(723, 62))
        .isEqualTo("12 min 3 s of audio in 1 min 2 s (0.09× real time)");
    assertThat(PlayingTime.of(0, 1)).contains("(?× real time)");
  }
}
