package io.github.ambientgpt.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts written prose into sentences, but not at "Dr.", "2.5 mg." or "5 p.m.". */
final class WrittenSentences {
  private static final Pattern END = Pattern.compile("[.!?\u2026]+[\"'\u2019\u201d)\\]]*(?=\\s)");

  /** A name or number follows these, whatever its first letter. */
  private static final Set<String> BEFORE_A_NAME =
      Set.of(
          "dr", "mr", "mrs", "ms", "st", "prof", "vs", "no", "fig", "approx", "e.g", "i.e", "cf");

  /** These end a sentence only when a capital follows. */
  private static final Set<String> SHORT =
      Set.of(
          "mg", "mcg", "ml", "g", "kg", "lb", "lbs", "oz", "cm", "mm", "in", "ft", "hr", "hrs",
          "min", "sec", "wk", "wks", "mo", "yr", "yrs", "tab", "tabs", "cap", "caps", "pt", "hx",
          "dx", "rx", "tx", "sx", "etc", "esp", "incl", "temp", "resp", "jr", "sr", "ave", "dept");

  private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)*\\p{L}");
  private static final int LONGEST_INITIALS = 12;
  private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,3}");

  private WrittenSentences() {}

  static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(text);
    int start = 0;
    while (end.find()) {
      if (ends(text, start, end)) {
        add(sentences, text.substring(start, end.end()));
        start = end.end();
      }
    }
    add(sentences, text.substring(start));
    return sentences;
  }

  private static boolean ends(String text, int start, Matcher end) {
    if (end.group().charAt(0) != '.' || end.group().startsWith("..")) {
      return true;
    }
    int next = end.end();
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    int begin = end.start();
    while (begin > start && !Character.isWhitespace(text.charAt(begin - 1))) {
      begin--;
    }
    String word = text.substring(begin, end.start()).replaceFirst("^[(\\[\"'\u201c]+", "");
    String lower = word.toLowerCase(Locale.ROOT);
    if (BEFORE_A_NAME.contains(lower)) {
      return false;
    }
    if (LIST_NUMBER.matcher(word).matches() && text.substring(start, begin).isBlank()) {
      return false;
    }
    boolean capital = next < text.length() && !Character.isLowerCase(text.charAt(next));
    if (word.length() <= LONGEST_INITIALS && INITIALS.matcher(word).matches()) {
      return capital && word.length() > 1;
    }
    return capital || !SHORT.contains(lower);
  }

  private static void add(List<String> sentences, String sentence) {
    String stripped = sentence.strip();
    if (stripped.chars().anyMatch(Character::isLetterOrDigit)) {
      sentences.add(stripped);
    } else if (!stripped.isEmpty() && !sentences.isEmpty()) {
      int last = sentences.size() - 1;
      sentences.set(last, sentences.get(last) + " " + stripped);
    }
  }
}
