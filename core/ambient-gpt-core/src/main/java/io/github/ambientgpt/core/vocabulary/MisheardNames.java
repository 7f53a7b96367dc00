package io.github.ambientgpt.core.vocabulary;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that a recognizer may have misheard: nearly the name of a drug, but not quite. Nothing is
 * changed by itself: "amyxicillin" stays, and somebody who knows decides whether it is amoxicillin.
 *
 * <p>A word is one when no vocabulary knows it, a drug's name is a few letters away, and the
 * recognizer was not sure of it, where it says how sure it is.
 *
 * @since 0.1.0
 */
public final class MisheardNames {
  private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}'’]*");

  /** Above this a recognizer is sure of a word. */
  private static final double SURE = 0.9;

  private MisheardNames() {}

  /**
   * @param begin where the word begins in the utterance's text, in characters
   * @param end where it ends, exclusive
   * @param written as the recognizer wrote it
   * @param perhaps names that it may be, the likeliest ones, at least one; in lower case
   */
  public record Misheard(int begin, int end, String written, List<String> perhaps) {
    public Misheard {
      perhaps = List.copyOf(perhaps);
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Misheard[" + begin + " to " + end + "]";
    }
  }

  /**
   * @return for each utterance that has some, by its id, from left to right; empty for a text that
   *     was typed
   */
  public static Map<String, List<Misheard>> of(Transcript transcript) {
    Map<String, List<Misheard>> all = new HashMap<>();
    if (transcript.recognition().engine().equals(Recognition.TYPED.engine())) {
      return all;
    }
    Map<String, List<String>> known = new HashMap<>();
    for (Utterance utterance : transcript.utterances()) {
      List<Misheard> found = of(utterance, known);
      if (!found.isEmpty()) {
        all.put(utterance.id(), found);
      }
    }
    return all;
  }

  /** Those of an utterance, from left to right. */
  public static List<Misheard> of(Utterance utterance) {
    return of(utterance, new HashMap<>());
  }

  /** The vocabulary is asked once for each word of a transcript, which has most of them often. */
  private static List<Misheard> of(Utterance utterance, Map<String, List<String>> known) {
    List<Misheard> found = new ArrayList<>();
    Matcher words = LETTERS.matcher(utterance.text());
    while (words.find()) {
      String word = words.group().toLowerCase(Locale.ROOT);
      List<String> perhaps = known.computeIfAbsent(word, Vocabulary.english()::drugsLike);
      if (!perhaps.isEmpty() && !isSure(utterance, words.group())) {
        found.add(new Misheard(words.start(), words.end(), words.group(), perhaps));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isSure(Utterance utterance, String written) {
    OptionalDouble confidence =
        utterance.words().stream()
            .filter(word -> word.text().contains(written))
            .map(Word::confidence)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .min();
    return confidence.isPresent() && confidence.getAsDouble() >= SURE;
  }
}
