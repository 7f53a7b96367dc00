package io.github.ambientgpt.cli;

import java.util.Locale;

/** How long something lasts, for a person. */
final class PlayingTime {
  private PlayingTime() {}

  /** Such as {@code 0.4 s}, {@code 11 s}, {@code 12 min 3 s}, {@code 1 h 0 min 5 s}. */
  static String of(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole / 60 % 60 + " min " + whole % 60 + " s";
  }

  /** How long a recording took to be transcribed, and what share of its length that is. */
  static String of(double audio, double work) {
    return "%s of audio in %s (%s× real time)".formatted(of(audio), of(work), share(audio, work));
  }

  /** Below 1 is faster than the recording plays. */
  static String share(double audio, double work) {
    return audio > 0 ? String.format(Locale.ROOT, "%.2f", work / audio) : "?";
  }
}
