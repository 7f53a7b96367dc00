package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Notes that people wrote of the twenty training visits that the checker was built on. */
class AlteredNotesTest {
  @Test
  void mostOfWhatWasAlteredIsCaught() throws IOException {
    CheckerTrial trial = new CheckerTrial();
    TrainingVisits.read().stream().map(WrittenNote::reference).forEach(trial::add);

    double mean =
        Alteration.all().stream()
            .map(alteration -> trial.caught(alteration.kind()))
            .filter(caught -> caught.whole() > 0)
            .mapToDouble(Share::percent)
            .average()
            .orElseThrow();
    assertThat(mean).isGreaterThanOrEqualTo(50);
    assertThat(trial.flagged().percent()).isLessThanOrEqualTo(40);
  }
}
