package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  @Test
  void takesTheProcessorsThatOthersLeave() {
    assertThat(Threads.free(2, 0)).isEqualTo(2);
    assertThat(Threads.free(2, 1.3)).isEqualTo(1);
    assertThat(Threads.free(2, 9)).isEqualTo(1);
    assertThat(Threads.free(8, 2.4)).isEqualTo(6);
    assertThat(Threads.free(64, 0)).isEqualTo(8);
    assertThat(Threads.free(4, -0.2)).isEqualTo(4);
  }

  @Test
  void keepsToANumberThatWasAskedFor() {
    assertThat(new Threads(OptionalInt.of(12)).count()).isEqualTo(12);
    assertThat(new Threads(OptionalInt.empty()).count()).isBetween(1, 8);
  }
}
