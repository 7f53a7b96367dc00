package io.github.ambientgpt.core.reading;

/**
 * Some tokens in a row.
 *
 * @param from index of the first
 * @param to index after the last
 * @since 0.1.0
 */
public record Range(int from, int to) {
  public Range {
    if (!(0 <= from && from < to)) {
      throw new IllegalArgumentException(
          "A range needs 0 <= from < to, but is " + from + " to " + to);
    }
  }

  public Range movedBy(int tokens) {
    return new Range(from + tokens, to + tokens);
  }

  public int length() {
    return to - from;
  }

  public boolean contains(int token) {
    return from <= token && token < to;
  }

  /** Whether all of the other is in this. */
  public boolean covers(Range other) {
    return from <= other.from && other.to <= to;
  }

  public boolean overlaps(Range other) {
    return from < other.to && other.from < to;
  }
}
