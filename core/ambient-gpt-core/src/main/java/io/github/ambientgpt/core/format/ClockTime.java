package io.github.ambientgpt.core.format;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as programs print them: {@code 0:03}, {@code 00:00:03,250}, "0 minutes 3 seconds", … */
final class ClockTime {
  /** Minutes and seconds, perhaps with hours before and a fraction behind. */
  static final String CLOCK = "(?:\\d{1,9}:)?\\d{1,2}:\\d{1,2}(?:[.,]\\d{1,9})?";

  private static final String OF_DAY =
      "(?:\\d{1,2}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,9})?(?:\\s?[AaPp]\\.?[Mm](?:\\b|\\.))?"
          + "(?:\\s?(?:Z|UTC|GMT)(?:[+-]\\d{1,2})?)?";
  private static final String DATE =
      "(?:\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}"
          + "|\\d{1,2} \\p{L}{3,9}\\.? \\d{4}|Today|Yesterday)";
  private static final String IN_WORDS =
      "(?:\\d{1,4} hours?,? ?)?(?:\\d{1,4} minutes?,? ?)?\\d{1,4} seconds?"
          + "|(?:\\d{1,4} hours?,? ?)?\\d{1,4} minutes?"
          + "|(?:\\d{1,4}h ?)?(?:\\d{1,4}m ?)?\\d{1,4}s";
  private static final String ONE =
      "(?:(?:" + DATE + ",?(?:T|\\s{1,3}(?:at\\s)?))?" + OF_DAY + "|" + IN_WORDS + ")";

  /** A moment or a stretch, with or without its date. */
  static final String WHEN =
      "(?:" + ONE + "(?:\\s{0,3}(?:-->|->|[-\u2013\u2014])\\s{0,3}" + ONE + ")?)";

  /** Nobody says this: it stands in brackets, or it has hours, minutes and seconds. */
  private static final Pattern STAMP =
      Pattern.compile(
          "^(?:\\["
              + WHEN
              + "]|\\("
              + WHEN
              + "\\)|\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?=\\s|$))"
              + "\\s*[-\u2013\u2014|]?\\s*");

  private static final Pattern ALONE =
      Pattern.compile("^[\\[(]?" + WHEN + "[\\])]?\\s*[-\u2013\u2014:]?$");
  private static final Pattern HOURS_MINUTES_SECONDS =
      Pattern.compile(
          "(?<![\\d:])(?:\\d{1,3}:\\d{2}:\\d{2}|\\d{1,3}:\\d{2}[.,]\\d{2,3})(?![\\d:])");
  private static final Pattern PARTS =
      Pattern.compile("^(?:(\\d{1,9}):)?(\\d{1,9}):(\\d{1,2}(?:[.,]\\d{1,9})?)$");

  /** Times stand at the beginning of a line; no label is longer than this. */
  static final int HEAD = 160;

  private ClockTime() {}

  /** Whether a line is a time and nothing else. */
  static boolean isAlone(String line) {
    return line.length() <= HEAD && ALONE.matcher(line.strip()).matches();
  }

  /** The line without the stamp that it begins with. */
  static String withoutStamp(String line) {
    Matcher stamp = STAMP.matcher(head(line));
    return stamp.find() ? line.substring(stamp.end()) : line;
  }

  /** Whether a machine's time stamp is in the line's beginning. */
  static boolean stamps(String line) {
    return HOURS_MINUTES_SECONDS.matcher(head(line)).find();
  }

  private static String head(String line) {
    return line.substring(0, Math.min(line.length(), HEAD));
  }

  /**
   * @param clock such as {@code 1:02:03,5}
   * @return seconds; empty when it is no such time
   */
  static OptionalDouble seconds(String clock) {
    Matcher parts = PARTS.matcher(clock.strip());
    if (!parts.matches()) {
      return OptionalDouble.empty();
    }
    long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
    long minutes = hours * 60 + Long.parseLong(parts.group(2));
    double seconds = Double.parseDouble(parts.group(3).replace(',', '.'));
    // In milliseconds first: 61.1 must not become 61.100000000000001.
    return OptionalDouble.of((minutes * 60_000 + Math.round(seconds * 1000)) / 1000.0);
  }
}
