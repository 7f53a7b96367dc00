package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RougeTest {
  @Test
  void countsWordsAndPairsWithoutCaseOrPunctuation() {
    assertThat(Rouge.f1("The cat sat.", "the CAT, sat", 1)).isEqualTo(100);
    assertThat(Rouge.f1("a b c d", "a b x", 1)).isCloseTo(200.0 * 2 / 7, within(1e-9));
    assertThat(Rouge.f1("a b c d", "a b x", 2)).isCloseTo(200.0 * 1 / 5, within(1e-9));
  }

  @Test
  void lsumJoinsWhatSeveralLinesShareWithOne() {
    // "a b c d e" has "a b" in the first line and "d e" in the second: four of five words.
    assertThat(Rouge.lsum("a b x\ny d e", "a b c d e")).isCloseTo(200.0 * 4 / 11, within(1e-9));
  }

  @Test
  void aWordCountsNoOftenerThanItStandsInEither() {
    assertThat(Rouge.f1("a a a", "a", 1)).isCloseTo(50, within(1e-9));
    assertThat(Rouge.lsum("a", "a\na\na")).isCloseTo(50, within(1e-9));
  }

  @Test
  void nothingScoresNothing() {
    assertThat(Rouge.of("", "")).isEqualTo(Rouge.NONE);
  }
}
