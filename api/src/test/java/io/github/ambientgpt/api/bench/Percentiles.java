package io.github.ambientgpt.api.bench;

import java.util.Arrays;
import java.util.Collection;

/** Of many times, in milliseconds. */
final class Percentiles {
  private final double[] sorted;

  Percentiles(Collection<Double> millis) {
    this.sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("There is nothing to take a percentile of");
    }
  }

  int count() {
    return sorted.length;
  }

  double median() {
    return at(0.5);
  }

  /** The smallest that this share, such as 0.95, does not exceed. */
  double at(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
