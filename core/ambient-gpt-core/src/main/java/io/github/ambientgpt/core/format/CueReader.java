package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cues line by line: one goes from its times to the next times, whatever blank lines are in
 * between. For one input.
 */
final class CueReader {
  private static final Pattern BROKEN_TIMES =
      Pattern.compile("^\\s*(?:\\d+:)?\\d{1,2}:\\d{1,2}[.,:]\\d.*$");
  private static final Pattern COMMENT = Pattern.compile("^(?:NOTE|STYLE|REGION)(?:\\s.*)?$");

  private final String name;
  private final boolean vtt;
  private final String[] source;
  private final List<Line> lines = new ArrayList<>();
  private Recognition recognition = Recognition.TYPED;

  CueReader(String text, String name, boolean vtt) {
    this.name = name;
    this.vtt = vtt;
    this.source = text.split("\n", -1);
    read(head());
  }

  List<Line> lines() {
    return lines;
  }

  Recognition recognition() {
    return recognition;
  }

  /** What stands before the first cue: WebVTT's head, or a title over cues without numbers. */
  private int head() {
    int at = 0;
    if (vtt) {
      while (at < source.length && !source[at].isBlank() && !isTimes(at)) {
        at++;
      }
      boolean numbered =
          at > 1 && isTimes(at) && Subtitles.NUMBER.matcher(source[at - 1]).matches();
      return numbered ? at - 1 : at;
    }
    while (at < source.length && !isTimes(at)) {
      if (Subtitles.NUMBER.matcher(source[at]).matches()
          || BROKEN_TIMES.matcher(source[at]).matches()) {
        return 0;
      }
      at++;
    }
    return at;
  }

  private void read(int from) {
    Optional<CueText> cue = Optional.empty();
    boolean afterBlank = true;
    int at = from;
    while (at < source.length) {
      String line = source[at];
      if (line.isBlank()) {
        afterBlank = true;
      } else if (vtt && afterBlank && COMMENT.matcher(line.strip()).matches()) {
        at = comment(at);
        continue;
      } else if (isTimes(at)) {
        cue.ifPresent(this::finish);
        cue = Optional.of(new CueText(span(at)));
        afterBlank = false;
      } else if (!isNumberOrName(at, afterBlank)) {
        if (cue.isEmpty() || afterBlank && isCutOff(at)) {
          throw broken(at, "here is a cue without a start and an end");
        }
        add(cue.get(), line);
        afterBlank = false;
      }
      at++;
    }
    cue.ifPresent(this::finish);
  }

  private void finish(CueText cue) {
    lines.addAll(cue.lines());
  }

  private void add(CueText cue, String line) {
    Optional<Recognition> mark = PreviewMark.read(line);
    if (mark.isPresent()) {
      recognition = mark.get();
    } else {
      cue.add(line);
    }
  }

  /** To the next blank line. */
  private int comment(int from) {
    int at = from;
    while (at < source.length && !source[at].isBlank()) {
      PreviewMark.read(source[at].strip().replaceFirst("^NOTE\\s*", ""))
          .ifPresent(found -> recognition = found);
      at++;
    }
    return at;
  }

  private boolean isTimes(int line) {
    return source[line].contains("-->") || Subtitles.SBV_TIMES.matcher(source[line]).matches();
  }

  /** A cue's number, in WebVTT also its name, stands before its times. */
  private boolean isNumberOrName(int line, boolean afterBlank) {
    boolean number = Subtitles.NUMBER.matcher(source[line]).matches();
    int next = line + 1;
    while (number && afterBlank && next < source.length && source[next].isBlank()) {
      next++;
    }
    return next < source.length && isTimes(next) && (number || vtt && afterBlank);
  }

  /** A number without times behind it, or times that are none. */
  private boolean isCutOff(int line) {
    if (!Subtitles.NUMBER.matcher(source[line]).matches()) {
      return BROKEN_TIMES.matcher(source[line]).matches();
    }
    int next = line + 1;
    while (next < source.length && source[next].isBlank()) {
      next++;
    }
    return next == source.length || Subtitles.CUT_OFF.matcher(source[next]).matches();
  }

  private Span span(int line) {
    Matcher times = Subtitles.TIMES.matcher(source[line]);
    if (!times.matches()) {
      times = Subtitles.SBV_TIMES.matcher(source[line]);
      if (!times.matches()) {
        throw broken(line, "a cue needs times such as 00:00:01,000 --> 00:00:04,500");
      }
    }
    double start = ClockTime.seconds(times.group(1)).orElseThrow();
    double end = ClockTime.seconds(times.group(2)).orElseThrow();
    if (end < start) {
      throw broken(line, "a cue ends before it starts");
    }
    return new Span(start, end);
  }

  private InvalidInputException broken(int line, String what) {
    return new InvalidInputException(
        "%s is broken %s in line %d: %s. Export it again, or correct that line."
            .formatted(name, vtt ? "WebVTT" : "SRT", line + 1, what));
  }
}
