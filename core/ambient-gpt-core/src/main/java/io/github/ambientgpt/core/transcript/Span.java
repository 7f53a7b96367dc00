package io.github.ambientgpt.core.transcript;

/**
 * A stretch of a recording, in seconds from its start; {@code end} is exclusive.
 *
 * @since 0.1.0
 */
public record Span(double start, double end) {
  public Span {
    if (!(0 <= start && start <= end && end < Double.POSITIVE_INFINITY)) { // NaN is refused too
      throw new IllegalArgumentException(
          "A span needs 0 <= start <= end, but is " + start + " to " + end);
    }
  }

  /** Length in seconds. */
  public double length() {
    return end - start;
  }
}
