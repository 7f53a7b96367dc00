package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Flesch-Kincaid grade (Kincaid and others, 1975): long sentences and long words need more
 * years of school. Syllables are counted by groups of vowels, as is usual and not exact.
 */
final class ReadingGrade {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");
  private static final Pattern END = Pattern.compile("[.!?]+(?=\\s|$)");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern SILENT =
      Pattern.compile("(?<![aeioul])e$|(?<=[^td])ed$|[^aeiou]es$");

  private ReadingGrade() {}

  /** 0 for a text without words. */
  static double of(Note note) {
    List<String> texts = note.statements().map(Statement::text).toList();
    return of(String.join(" ", texts));
  }

  static double of(String text) {
    int words = 0;
    int syllables = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words++;
      syllables += syllables(word.group().toLowerCase(Locale.ROOT));
    }
    if (words == 0) {
      return 0;
    }
    long sentences = Math.max(1, END.matcher(text).results().count());
    double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    return Math.max(0, Math.round(grade * 10) / 10.0);
  }

  private static int syllables(String word) {
    long groups = VOWELS.matcher(word).results().count();
    int silent = groups > 1 && SILENT.matcher(word).find() ? 1 : 0;
    return Math.max(1, (int) groups - silent);
  }
}
