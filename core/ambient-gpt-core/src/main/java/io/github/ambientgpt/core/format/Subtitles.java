package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cues of SRT and WebVTT. For one input. */
final class Subtitles {
  private static final String CLOCK = "((?:\\d+:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?)";
  private static final Pattern TIMES =
      Pattern.compile("^\\s*" + CLOCK + "\\s*-->\\s*" + CLOCK + "(?:\\s.*)?$");
  private static final Pattern STAMPED =
      Pattern.compile("^\\s*\\[" + CLOCK + "\\s*-->\\s*" + CLOCK + "]\\s*(.*)$");
  private static final Pattern CUT_OFF = Pattern.compile("^\\s*(?:\\d+:)?\\d{1,2}:\\d.*$");
  private static final Pattern NUMBER = Pattern.compile("^\\s*\\d+\\s*$");
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)*\\s+([^>]*)>");
  private static final Pattern TAG =
      Pattern.compile("</?[a-zA-Z\\d][^<>]*>|</[^<>]*>|\\{\\\\[^}]*}");
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[a-zA-Z]+);");

  private final String name;
  private final boolean vtt;
  private final String[] source;
  private final List<Line> lines = new ArrayList<>();
  private Recognition recognition = Recognition.TYPED;

  private Subtitles(String text, String name, boolean vtt) {
    this.name = name;
    this.vtt = vtt;
    this.source = text.split("\n", -1);
  }

  static boolean isVtt(String text) {
    return text.startsWith("WEBVTT")
        && (text.length() == 6 || Character.isWhitespace(text.charAt(6)));
  }

  /** Whether it is SRT, broken or not: an arrow alone, as in prose, does not make it one. */
  static boolean isSrt(String text) {
    List<String> first = text.lines().filter(line -> !line.isBlank()).limit(2).toList();
    boolean begun =
        first.size() == 2
            && NUMBER.matcher(first.get(0)).matches()
            && (first.get(1).contains("-->") || CUT_OFF.matcher(first.get(1)).matches());
    return begun || text.lines().anyMatch(line -> TIMES.matcher(line).matches());
  }

  /** A line of {@code [00:00:00.000 --> 00:00:04.000] words}, as whisper.cpp prints them. */
  static Optional<Line> stamped(String line) {
    Matcher stamp = STAMPED.matcher(line);
    if (!stamp.matches()) {
      return Optional.empty();
    }
    double start = seconds(stamp.group(1));
    double end = seconds(stamp.group(2));
    Optional<Span> span = start <= end ? Optional.of(new Span(start, end)) : Optional.empty();
    return Optional.of(new Line(true, span, Optional.empty(), stamp.group(3).strip()));
  }

  /** What was read. */
  record Result(List<Line> lines, Recognition recognition) {}

  static Result read(String text, String name) {
    Subtitles subtitles = new Subtitles(text, name, isVtt(text));
    subtitles.readBlocks();
    return new Result(subtitles.lines, subtitles.recognition);
  }

  private void readBlocks() {
    int at = vtt ? blockEnd(0) : 0;
    while (at < source.length) {
      if (source[at].isBlank()) {
        at++;
        continue;
      }
      int end = blockEnd(at);
      if (!vtt || !isComment(at, end)) {
        readBlock(at, end);
      }
      at = end;
    }
  }

  private int blockEnd(int from) {
    int end = from;
    while (end < source.length && !source[end].isBlank()) {
      end++;
    }
    return end;
  }

  private boolean isComment(int from, int end) {
    String first = source[from].strip();
    if (first.equals("STYLE") || first.equals("REGION")) {
      return true;
    }
    if (!first.equals("NOTE") && !first.startsWith("NOTE ")) {
      return false;
    }
    for (int i = from; i < end; i++) {
      PreviewMark.read(source[i].strip().replaceFirst("^NOTE\\s*", "")).ifPresent(this::madeBy);
    }
    return true;
  }

  private void madeBy(Recognition found) {
    recognition = found;
  }

  /** Cues without a blank line between them are read, too. */
  private void readBlock(int from, int end) {
    int times = nextTimes(from, end);
    if (times == end) {
      readRest(from, end);
      return;
    }
    if (times > from + 1 || times == from + 1 && !vtt && !NUMBER.matcher(source[from]).matches()) {
      if (lines.isEmpty() || vtt) {
        throw broken(from, "a cue begins with its number or its times, but here is something else");
      }
      int text = NUMBER.matcher(source[times - 1]).matches() ? times - 1 : times;
      readRest(from, text);
    }
    while (times < end) {
      int next = nextTimes(times + 1, end);
      boolean numbered = next < end && NUMBER.matcher(source[next - 1]).matches();
      readCue(times, numbered ? next - 1 : next);
      times = next;
    }
  }

  private int nextTimes(int from, int end) {
    int at = from;
    while (at < end && !source[at].contains("-->")) {
      at++;
    }
    return at;
  }

  /** Words after a blank line inside a cue. */
  private void readRest(int from, int end) {
    boolean number = NUMBER.matcher(source[from]).matches();
    boolean cutOff =
        number && (from + 1 == end || CUT_OFF.matcher(source[from + 1]).matches())
            || !number && CUT_OFF.matcher(source[from]).matches();
    if (lines.isEmpty() || cutOff || vtt) {
      throw broken(from, "here is a cue without a start and an end");
    }
    for (int i = from; i < end; i++) {
      lines.add(Line.of(plain(source[i])));
    }
  }

  private void readCue(int times, int end) {
    Optional<Span> span = Optional.of(span(times));
    boolean first = true;
    for (int i = times + 1; i < end; i++) {
      Optional<Recognition> mark = PreviewMark.read(source[i]);
      if (mark.isPresent()) {
        madeBy(mark.get());
        continue;
      }
      for (Line line : voices(source[i], span, first)) {
        lines.add(line);
        first = false;
      }
    }
  }

  private List<Line> voices(String text, Optional<Span> span, boolean first) {
    List<Line> found = new ArrayList<>();
    Matcher voice = VOICE.matcher(text);
    Optional<String> speaker = Optional.empty();
    int from = 0;
    while (vtt && voice.find()) {
      String before = plain(text.substring(from, voice.start()));
      if (!before.isEmpty()) {
        found.add(new Line(first || speaker.isPresent(), span, speaker, before));
        first = false;
      }
      speaker = Optional.of(plain(voice.group(1))).filter(label -> !label.isEmpty());
      from = voice.end();
    }
    String rest = plain(text.substring(from));
    if (!rest.isEmpty()) {
      found.add(new Line(first || speaker.isPresent(), span, speaker, rest));
    }
    return found;
  }

  private Span span(int line) {
    Matcher times = TIMES.matcher(source[line]);
    if (!times.matches()) {
      throw broken(line, "a cue needs times such as 00:00:01,000 --> 00:00:04,500");
    }
    double start = seconds(times.group(1));
    double end = seconds(times.group(2));
    if (end < start) {
      throw broken(line, "a cue ends before it starts");
    }
    return new Span(start, end);
  }

  private static double seconds(String clock) {
    String[] parts = clock.replace(',', '.').split(":");
    long minutes = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      minutes = minutes * 60 + Long.parseLong(parts[i].length() > 9 ? "999999999" : parts[i]);
    }
    // In milliseconds first: 61.1 must not become 61.100000000000001.
    return (minutes * 60_000 + Math.round(Double.parseDouble(parts[parts.length - 1]) * 1000))
        / 1000.0;
  }

  private String plain(String text) {
    String bare = TAG.matcher(text).replaceAll("");
    return ENTITY
        .matcher(bare)
        .replaceAll(entity -> Matcher.quoteReplacement(decoded(entity.group(), entity.group(1))))
        .strip();
  }

  private static String decoded(String whole, String entity) {
    if (entity.startsWith("#")) {
      boolean hex = entity.toLowerCase(Locale.ROOT).startsWith("#x");
      int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(code) && !Character.isISOControl(code)
          ? Character.toString(code)
          : " ";
    }
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      case "lrm", "rlm" -> "";
      default -> whole;
    };
  }

  private InvalidInputException broken(int line, String what) {
    return new InvalidInputException(
        "%s is broken %s in line %d: %s. Export it again, or correct that line."
            .formatted(name, vtt ? "WebVTT" : "SRT", line + 1, what));
  }
}
