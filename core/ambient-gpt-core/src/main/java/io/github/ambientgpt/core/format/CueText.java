package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one cue, and the voices that its tags and dashes tell apart. */
final class CueText {
  private static final Pattern VOICE =
      Pattern.compile("<v(?:\\.[^\\s>]*)*\\s+([^>]*)>|</v\\s*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG =
      Pattern.compile("</?[a-zA-Z\\d][^<>]*>|</[^<>]*>|\\{\\\\[^}]*}");
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[a-zA-Z]+);");
  private static final Pattern DASH = Pattern.compile("^[-\u2013\u2014]\\s*(?=[^\\s>-])");

  private final Optional<Span> span;
  private final List<Line> lines = new ArrayList<>();

  /** Whose words come; said once, with the first of them. */
  private Optional<String> voice = Optional.empty();

  private boolean begins = true;

  CueText(Span span) {
    this.span = Optional.of(span);
  }

  List<Line> lines() {
    return lines;
  }

  void add(String source) {
    Matcher dash = DASH.matcher(source.strip());
    String line = source;
    if (dash.find()) {
      line = source.strip().substring(dash.end());
      begins = true;
    }
    Matcher tag = VOICE.matcher(line);
    int from = 0;
    while (tag.find()) {
      words(line.substring(from, tag.start()));
      if (tag.group(1) != null) {
        voice = Optional.of(plain(tag.group(1))).filter(label -> !label.isEmpty());
        begins = true;
      } else if (voice.isEmpty()) { // its words have been said: what follows is another's
        begins = true;
      }
      from = tag.end();
    }
    words(line.substring(from));
  }

  private void words(String text) {
    String words = MisheardMark.removed(plain(text));
    if (!words.isEmpty()) {
      lines.add(new Line(begins, span, voice, words));
      voice = Optional.empty();
      begins = false;
    }
  }

  private static String plain(String text) {
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
}
