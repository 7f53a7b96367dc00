package io.github.ambientgpt.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.english.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How spoken words are written. */
class ProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it's been swollen since Monday          | It has been swollen since Monday.
          she doesn't smoke and can't run         | She does not smoke and cannot run.
          the coffee's the hard part              | The coffee is the hard part.
          her mother's knee hurts                 | Her mother's knee hurts.
          is that he tends to get pneumonia       | He tends to get pneumonia.
          is he starts shaking                    | He starts shaking.
          she is doing okay                       | She is doing fine.
          it hurt when he walked like that        | It hurt when he walked.
          it's been like that ever since the fall | It has been that way ever since the fall.
          they thought it was some sort of rash   | They thought it was some kind of rash.
          it's because of the cough and he        | It is because of the cough.
          the lungs are clear as                  | The lungs are clear.
          he doesn't                              | He does not.
          """)
  void aSentenceIsOneThatIsWritten(String said, String written) {
    assertThat(Prose.sentence(Tokenizer.tokens(said))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          blood pressure was one eighteen over seventy two | Blood pressure was 118/72.
          a two out of six systolic murmur                 | A 2/6 systolic murmur.
          he went over two times                           | He went over 2 times.
          capillary refill is less than three seconds      | Capillary refill is less than 3 seconds.
          the temperature is 38.5°C                        | The temperature is 38.5 °C.
          take five hundred milligrams                     | Take 500 mg.
          """)
  void aMeasureIsWrittenInDigits(String said, String written) {
    assertThat(Prose.sentence(Tokenizer.tokens(said))).isEqualTo(written);
  }
}
