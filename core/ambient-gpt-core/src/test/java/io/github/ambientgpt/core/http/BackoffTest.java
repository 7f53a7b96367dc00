package io.github.ambientgpt.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff TWICE = new Backoff(2, Duration.ofMillis(20));

  @Test
  void a_pause_is_at_least_what_it_says_and_what_the_server_asks_for() {
    long begin = System.nanoTime();
    assertThat(TWICE.pause(1, Duration.ZERO, Monitor.NONE)).isTrue();
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(20_000_000L);

    begin = System.nanoTime();
    assertThat(TWICE.pause(1, Duration.ofMillis(60), Monitor.NONE)).isTrue();
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(60_000_000L);
  }

  @Test
  void no_further_attempt_is_made_after_the_last_or_when_the_server_wants_too_long_a_pause() {
    Duration hour = Duration.ofHours(1);

    assertThat(TWICE.pause(2, Duration.ZERO, Monitor.NONE)).isFalse();
    assertThat(TWICE.pause(1, hour, Monitor.NONE)).isFalse();
    assertThat(TWICE.waitsFor(hour)).isFalse();
    assertThat(TWICE.waitsFor(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void a_pause_ends_when_the_work_is_cancelled() {
    Monitor cancelled =
        new Monitor() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };
    Backoff patient = new Backoff(2, Duration.ofMinutes(1));

    assertThatThrownBy(() -> patient.pause(1, Duration.ZERO, cancelled))
        .isInstanceOf(CancelledException.class);
  }
}
