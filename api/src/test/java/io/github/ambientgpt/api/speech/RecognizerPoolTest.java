package io.github.ambientgpt.api.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ambientgpt.core.contract.fake.LoudnessProvider;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RecognizerPoolTest {
  private static final SpeechEngine ENGINE =
      new SpeechEngine("loudness", Settings.of(Settings.MODEL, "any"));
  private static final int SECONDS = 2;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RecognizerPool pool =
      new RecognizerPool(
          new Providers<>("recognizer", List.of(new LoudnessProvider())),
          new SpeechProperties(
              1, Duration.ofSeconds(30), Duration.ofMinutes(1), DataSize.ofMegabytes(1)),
          meters);

  private void transcribe() {
    pool.transcribe(
        ENGINE,
        AudioStream.of(new float[SECONDS * 16_000]),
        RecognitionOptions.DEFAULT,
        Monitor.NONE);
  }

  @Test
  void theWaitForATurnIsNoWorkOfTheRecognizers() {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    CompletableFuture<Boolean> other =
        CompletableFuture.supplyAsync(
            () ->
                pool.soon(
                    ENGINE,
                    recognizer -> {
                      taken.countDown();
                      await().atMost(Duration.ofMinutes(1)).until(() -> over.getCount() == 0);
                      return true;
                    }));
    await().atMost(Duration.ofMinutes(1)).until(() -> taken.getCount() == 0);
    long began = System.nanoTime();
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(this::transcribe);
    await().until(() -> System.nanoTime() - began > Duration.ofSeconds(3).toNanos());
    over.countDown();
    waiting.join();
    other.join();

    DistributionSummary factor =
        meters
            .get("ambientgpt.recognition.realtime.factor")
            .tag("recognizer", "loudness")
            .summary();
    assertThat(factor.count()).isEqualTo(1);
    assertThat(factor.totalAmount() * SECONDS).isPositive().isLessThan(3);
  }

  @Test
  void whatARecognizerTakesOnThisMachineIsKnownOnceItHeardSomething() {
    assertThat(pool.realTimeFactor("loudness")).isEmpty();

    transcribe();

    assertThat(pool.realTimeFactor("loudness").orElseThrow()).isPositive().isLessThan(1);
    assertThat(pool.realTimeFactor("another")).isEmpty();
  }
}
