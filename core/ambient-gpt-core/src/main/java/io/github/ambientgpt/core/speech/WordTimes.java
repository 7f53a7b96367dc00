package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Places words in time for recognizers that time only whole sentences.
 *
 * @since 0.1.0
 */
public final class WordTimes {
  private WordTimes() {}

  /**
   * Shares a stretch of time among the words by their number of characters. A language without
   * spaces comes back as one word.
   *
   * @param span when the text was said
   * @param confidence given to every word, 0 to 1; empty when it is not known
   * @return the words in order, all marked as estimated; none for blank text
   */
  public static List<Word> estimate(String text, Span span, OptionalDouble confidence) {
    if (text.isBlank()) {
      return List.of();
    }
    String[] words = text.strip().split("\\s+");
    int total = 0;
    for (String word : words) {
      total += share(word);
    }
    List<Word> timed = new ArrayList<>(words.length);
    int before = 0;
    for (String word : words) {
      double start = at(span, before, total);
      before += share(word);
      timed.add(new Word(word, new Span(start, at(span, before, total)), confidence, true));
    }
    return List.copyOf(timed);
  }

  /** One more than it has letters: even "a" takes its time, and the gap after it. */
  private static int share(String word) {
    return word.codePointCount(0, word.length()) + 1;
  }

  private static double at(Span span, int part, int total) {
    return part == total ? span.end() : span.start() + span.length() * part / total;
  }
}
