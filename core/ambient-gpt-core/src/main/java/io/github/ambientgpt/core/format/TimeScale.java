package io.github.ambientgpt.core.format;

/**
 * The unit of times that say none. People say 5 to 25 characters a second; in milliseconds that is
 * a thousandth, in ticks of 100 ns a ten-millionth, so that one look at the whole tells.
 */
enum TimeScale {
  SECONDS(1),
  MILLISECONDS(1e3),
  TICKS(1e7);

  /** Of fewer characters for one unit, it is no second; of fewer, no millisecond. */
  private static final double LEAST_A_SECOND = 0.1;

  private static final double LEAST_A_MILLISECOND = 1e-4;

  private final double aSecond;

  TimeScale(double aSecond) {
    this.aSecond = aSecond;
  }

  /**
   * @param characters how much was said
   * @param length in the unknown unit, how long that took
   * @param whole true when no time has a fraction; times with one are seconds
   */
  static TimeScale of(long characters, double length, boolean whole) {
    if (!whole || length <= 0) {
      return SECONDS;
    }
    double rate = characters / length;
    if (rate >= LEAST_A_SECOND) {
      return SECONDS;
    }
    return rate >= LEAST_A_MILLISECOND ? MILLISECONDS : TICKS;
  }

  double seconds(double time) {
    return time / aSecond;
  }
}
