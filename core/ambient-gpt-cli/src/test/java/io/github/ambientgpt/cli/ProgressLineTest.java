package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private long seconds;

  private ProgressLine progress(boolean watched, Map<String, String> environment) {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            StandardCharsets.UTF_8,
            false,
            new PrintWriter(err),
            watched,
            environment,
            () -> false);
    return new ProgressLine(terminal, () -> seconds * 1_000_000_000);
  }

  @Test
  void itShowsHowFarTheWorkIsAndGoesWhenItIsDone() {
    try (ProgressLine progress = progress(true, Map.of())) {
      progress.report("transcribe", 0.1);
      assertThat(err.toString()).as("quick work shows nothing").isEmpty();
      seconds = 1;
      progress.report("transcribe", 0.5);
      progress.report("transcribe", 0.51);
      assertThat(err.toString()).isEqualTo("\rtranscribe [###############---------------]  50 %");
      seconds = 2;
      progress.report("write", Double.NaN);
      assertThat(err.toString()).contains("\rwrite ...   ");
    }
    assertThat(err.toString()).endsWith(" \r");
  }

  @Test
  void itIsSilentWhereNobodyWatches() {
    for (ProgressLine line :
        new ProgressLine[] {progress(false, Map.of()), progress(true, Map.of("TERM", "dumb"))}) {
      try (ProgressLine progress = line) {
        seconds += 10;
        progress.report("transcribe", 0.5);
      }
    }
    assertThat(err.toString()).isEmpty();
  }
}
