package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SRT, WebVTT and SBV, as programs write them: also with blank lines and short times. */
final class Subtitles implements TranscriptLayout {
  static final Pattern TIMES =
      Pattern.compile(
          "^\\s*(" + ClockTime.CLOCK + ")\\s*-->\\s*(" + ClockTime.CLOCK + ")(?:\\s.*)?$");

  /** YouTube's and Google Meet's: {@code 0:00:01.000,0:00:03.000}. */
  static final Pattern SBV_TIMES =
      Pattern.compile("^\\s*(\\d+:\\d{2}:\\d{2}\\.\\d{3}),(\\d+:\\d{2}:\\d{2}\\.\\d{3})\\s*$");

  static final Pattern NUMBER = Pattern.compile("^\\s*\\d{1,9}\\s*$");
  static final Pattern CUT_OFF = Pattern.compile("^\\s*(?:\\d+:)?\\d{1,2}:\\d.*$");

  private static final Pattern STAMPED =
      Pattern.compile(
          "^\\s*\\[(" + ClockTime.CLOCK + ")\\s*-->\\s*(" + ClockTime.CLOCK + ")]\\s*(.*)$");

  @Override
  public boolean holds(String text) {
    return isVtt(text) || isSrt(text);
  }

  @Override
  public Transcript read(String text, String name) {
    CueReader cues = new CueReader(text, name, isVtt(text));
    List<Line> lines = cues.lines();
    Recognition recognition = cues.recognition();
    return new Transcript("und", recognition, new Turns(lines).utterances());
  }

  private static boolean isVtt(String text) {
    return text.startsWith("WEBVTT")
        && (text.length() == 6 || Character.isWhitespace(text.charAt(6)));
  }

  /** Whether it is SRT or SBV, broken or not: an arrow alone, as in prose, does not make it one. */
  private static boolean isSrt(String text) {
    List<String> first = text.lines().filter(line -> !line.isBlank()).limit(2).toList();
    boolean begun =
        first.size() == 2
            && NUMBER.matcher(first.get(0)).matches()
            && (first.get(1).contains("-->") || CUT_OFF.matcher(first.get(1)).matches());
    return begun || text.lines().anyMatch(Subtitles::isTimes);
  }

  private static boolean isTimes(String line) {
    return TIMES.matcher(line).matches() || SBV_TIMES.matcher(line).matches();
  }

  /** A line of {@code [00:00:00.000 --> 00:00:04.000] words}, as whisper.cpp prints them. */
  static Optional<Line> stamped(String line) {
    Matcher stamp = STAMPED.matcher(line);
    if (!stamp.matches()) {
      return Optional.empty();
    }
    double start = ClockTime.seconds(stamp.group(1)).orElseThrow();
    double end = ClockTime.seconds(stamp.group(2)).orElseThrow();
    Optional<Span> span = start <= end ? Optional.of(new Span(start, end)) : Optional.empty();
    return Optional.of(new Line(true, span, Optional.empty(), stamp.group(3).strip()));
  }
}
