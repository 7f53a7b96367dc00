package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bench.Gate.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Map<String, Double> FIGURES = Map.of("share", 95.0);

  @Test
  void theThresholdItselfIsReachedUnlessTheGateAsksForLess() {
    assertThat(new Gate("share", Bound.AT_LEAST, 95, "").reached(FIGURES)).isTrue();
    assertThat(new Gate("share", Bound.AT_MOST, 95, "").reached(FIGURES)).isTrue();
    assertThat(new Gate("share", Bound.BELOW, 95, "").reached(FIGURES)).isFalse();
    assertThat(new Gate("share", Bound.AT_LEAST, 95.1, "").reached(FIGURES)).isFalse();
  }

  @Test
  void whatWasNotMeasuredIsNotReached() {
    assertThat(new Gate("other", Bound.AT_MOST, 0, "").reached(FIGURES)).isFalse();
    assertThat(new Gate("nan", Bound.AT_MOST, 0, "").reached(Map.of("nan", Double.NaN))).isFalse();
  }

  @Test
  void everyGateOfTheTableCanBeRead() {
    assertThat(Gate.all())
        .hasSizeGreaterThan(10)
        .allSatisfy(g -> assertThat(g.figure()).isNotBlank());
  }
}
