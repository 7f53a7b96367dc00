package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Notes of the twenty training visits that the checker was built on. */
class AlteredNotesTest {
  @Test
  void whatWasAlteredIsCaughtAndWhatIsTrueIsLeftAlone() throws IOException {
    CheckerTrial trial = new CheckerTrial();
    Composed.of(TrainingVisits.read(), AciMeasure.SOAP, Author.builtin())
        .forEach(composed -> trial.add(composed.visit(), composed.drafted().note()));

    assertThat(trial.caught().percent()).isGreaterThanOrEqualTo(85);
    assertThat(trial.flagged().percent()).isLessThanOrEqualTo(10);
    for (Alteration kind : Alteration.values()) {
      assertThat(trial.caught(kind).percent()).as(kind.name()).isGreaterThanOrEqualTo(60);
    }
  }
}
