package io.github.ambientgpt.core.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What could name a voice at the beginning of a line: {@code [doctor] …}, {@code (DOCTOR) …},
 * {@code Nadia Hale, MD (she/her): …}, {@code Speaker 1 (00:03): …}, {@code Nadia Hale 0 minutes 3
 * seconds}. Whether it does, {@link SpeakerLabel} and the other lines say.
 *
 * @param rest what follows it in the line
 */
record TurnLabel(String name, String rest, Shape shape) {
  /** How it stands there. */
  enum Shape {
    /** In brackets. */
    BRACKETED,
    /** Before a colon. */
    COLON,
    /** With a time that a program put there, and nothing else in the line. */
    STAMPED,
    /** Before a dash. */
    DASH,
    /** Alone in its line. */
    ALONE
  }

  private static final String NAME =
      "(?:[\\p{L}+]|\\d(?=[\\d*() -]{5}))[^:\\[\\]{}<>\"!?;\\n]{0,70}?";
  private static final String TIME = "(?:[\\[(]?" + ClockTime.WHEN + "[\\])]?)";

  private static final Pattern PRELUDE =
      Pattern.compile(
          "^(?:(?:#{1,6}|>{1,3}|[-\u2013\u2014*\u2022]|[\\[(]?#?\\d{1,5}[\\].)])\\s*)?");
  private static final Pattern TIME_FIRST =
      Pattern.compile("^" + TIME + "\\s*[-\u2013\u2014|,]?\\s+(?=\\S)");
  private static final Pattern SQUARE =
      Pattern.compile(
          "^\\[((?:[\\p{L}+]|\\d(?=[\\d*() -]{5}))[^\\[\\]:]{0,60})]\\s*:?(?:\\s+(.*)|)$",
          Pattern.DOTALL);
  private static final Pattern ROUND =
      Pattern.compile("^\\(([\\p{L}][^():]{0,40})\\)\\s*:?(?:\\s+(.*)|)$", Pattern.DOTALL);
  private static final Pattern HEADING =
      Pattern.compile(
          "^(" + NAME + ")\\s*[|,\u2022\u00b7\u2013\u2014-]?\\s+(?:at\\s+)?" + TIME + "\\s*:?$");
  private static final Pattern COLON =
      Pattern.compile("^(" + NAME + "|\\d{1,2})\\s*" + TIME + "?\\s*:(\\s.*|)$", Pattern.DOTALL);
  private static final Pattern TIGHT_COLON =
      Pattern.compile("^([\\p{L}_]{2,20}\\d?):(\\p{L}.*)$", Pattern.DOTALL);
  private static final Pattern DASH =
      Pattern.compile(
          "^([\\p{L}][\\p{L}\\p{N}_.' ]{0,40}?)\\s+[-\u2013\u2014]\\s+(.+)$", Pattern.DOTALL);
  private static final Pattern ALONE =
      Pattern.compile("^([\\p{L}][\\p{L}\\p{N}_.,'\u2019()/ -]{0,60})$");
  private static final Pattern CHAT = Pattern.compile("^From\\s+(.+?)\\s+to\\s+.+$");

  /** The label that a line may begin with. */
  static Optional<TurnLabel> of(String line) {
    String bare = line.replace("**", "").replace("__", "").strip();
    String head = bare.substring(0, Math.min(bare.length(), ClockTime.HEAD));
    String tail = bare.substring(head.length());
    Optional<TurnLabel> found = find(head, tail);
    Matcher prelude = PRELUDE.matcher(head);
    if (found.isEmpty() && prelude.find() && prelude.end() > 0) {
      found = find(head.substring(prelude.end()), tail);
    }
    Matcher time = TIME_FIRST.matcher(head);
    if ((found.isEmpty() || found.get().shape == Shape.DASH) && time.find()) {
      String after = head.substring(time.end());
      found = find(after, tail).map(TurnLabel::stamped);
    }
    return found;
  }

  private static Optional<TurnLabel> find(String head, String tail) {
    Matcher match = SQUARE.matcher(head);
    if (!match.matches()) {
      match = ROUND.matcher(head);
    }
    if (match.matches()) {
      return Optional.of(bracketed(match.group(1), rest(match) + tail));
    }
    if (tail.isEmpty()) {
      match = HEADING.matcher(head);
      if (match.matches()) {
        return label(match.group(1), "", Shape.STAMPED);
      }
    }
    match = COLON.matcher(head);
    if (match.matches()) {
      return label(
          match.group(1), ClockTime.withoutStamp(rest(match).stripLeading()) + tail, Shape.COLON);
    }
    match = TIGHT_COLON.matcher(head);
    if (match.matches() && SpeakerLabel.kind(match.group(1), false) == SpeakerLabel.Kind.CERTAIN) {
      return label(match.group(1), match.group(2) + tail, Shape.COLON);
    }
    match = DASH.matcher(head);
    if (match.matches()) {
      return label(match.group(1), match.group(2) + tail, Shape.DASH);
    }
    match = ALONE.matcher(head);
    return match.matches() && tail.isEmpty()
        ? label(match.group(1), "", Shape.ALONE)
        : Optional.empty();
  }

  private static String rest(Matcher match) {
    return match.group(2) == null ? "" : match.group(2);
  }

  private static TurnLabel bracketed(String name, String rest) {
    return ClockTime.isAlone(rest)
        ? new TurnLabel(name.strip(), "", Shape.STAMPED)
        : new TurnLabel(name.strip(), ClockTime.withoutStamp(rest), Shape.BRACKETED);
  }

  private static Optional<TurnLabel> label(String name, String rest, Shape shape) {
    Matcher chat = CHAT.matcher(name);
    return Optional.of(new TurnLabel((chat.matches() ? chat.group(1) : name).strip(), rest, shape));
  }

  private TurnLabel stamped() {
    return shape == Shape.ALONE ? new TurnLabel(name, rest, Shape.STAMPED) : this;
  }

  boolean bracketed() {
    return shape == Shape.BRACKETED;
  }
}
