package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How large the images are, and, not as a gate, how soon they answer: {@code -Pbench} measures
 * that.
 */
class ImagesIT {
  private static final int ROUNDS = 3;

  @Test
  void noImageIsLargerThanItMayBe() {
    ImagesReport report = ImagesReport.measure(Images.tested(), ROUNDS);
    report.write();
    System.out.println(report.table());

    assertThat(report.tooLarge()).isEmpty();
    assertThat(report.sizes()).containsKeys("api", "bridge", "frontend");
    assertThat(Map.copyOf(report.sizes()))
        .allSatisfy((name, size) -> assertThat(size).isPositive());
  }
}
