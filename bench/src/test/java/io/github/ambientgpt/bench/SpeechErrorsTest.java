package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechErrorsTest {
  @ParameterizedTest
  @ValueSource(ints = {10, 20})
  void asManyErrorsAreMadeAsWereAskedFor(int rate) throws IOException {
    List<Visit> visits = TrainingVisits.read();
    List<String> heard =
        visits.stream().map(visit -> SpeechErrorMeasure.text(visit.transcript())).toList();
    WordErrors errors = WordErrors.NONE;
    for (Visit visit : visits) {
      Transcript noisy = new SpeechErrors(3, heard).in(visit.transcript(), rate / 100.0);
      errors =
          errors.plus(
              WordErrors.between(
                  SpeechErrorMeasure.text(visit.transcript()), SpeechErrorMeasure.text(noisy)));
    }

    assertThat(errors.percent()).isCloseTo(rate, within(1.0));
  }

  @Test
  void theSameSeedMakesTheSameErrors() throws IOException {
    Visit visit = TrainingVisits.read().get(0);
    List<String> heard = List.of(SpeechErrorMeasure.text(visit.transcript()));

    Transcript first = new SpeechErrors(5, heard).in(visit.transcript(), 0.2);

    assertThat(first).isEqualTo(new SpeechErrors(5, heard).in(visit.transcript(), 0.2));
    assertThat(first).isNotEqualTo(new SpeechErrors(6, heard).in(visit.transcript(), 0.2));
  }
}
