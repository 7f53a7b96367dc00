package io.github.ambientgpt.core.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordErrorsTest {
  @Test
  void errorsAreCountedOverWhatWasSaid() {
    assertThat(WordErrors.between("one two three four", "One, two three four."))
        .isEqualTo(new WordErrors(0, 4));
    assertThat(WordErrors.between("one two three four", "one too four"))
        .isEqualTo(new WordErrors(2, 4));
    assertThat(WordErrors.between("metformin daily", "met formin daily"))
        .isEqualTo(new WordErrors(2, 2));
  }

  @Test
  void theRateIsOverAllWordsAndMayExceedAHundred() {
    assertThat(new WordErrors(1, 4).plus(new WordErrors(0, 4)).percent()).isEqualTo(12.5);
    assertThat(WordErrors.between("one", "two three four").percent()).isEqualTo(300);
    assertThat(WordErrors.between("", "one").percent()).isNaN();
  }
}
