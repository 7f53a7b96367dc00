package io.github.ambientgpt.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When which words were there. A word is there with the first message, partial or final, that has
 * as many words, and stands from the first message on after which it and all before it change no
 * more; when it was spoken, the recognizer's own final utterance says. What it is part of is a
 * chunk, as the microphone gives it: nobody can have heard the word before that one's end.
 */
final class HeardWords {
  /** A tenth of a second, as the page sends it. */
  static final double CHUNK_SECONDS = 0.1;

  private final List<Shown> shown = new ArrayList<>();
  private final List<Word> said = new ArrayList<>();
  private long start;

  /**
   * A word of a final utterance.
   *
   * @param end when it was over, in seconds of the sound
   */
  record Word(String text, double end) {}

  private record Shown(double at, List<String> words) {
    /** Whether it has these words, but for marks, the first so many. */
    boolean has(List<Word> spoken, int count) {
      if (words.size() < count) {
        return false;
      }
      for (int i = 0; i < count; i++) {
        if (!letters(words.get(i)).equals(letters(spoken.get(i).text()))) {
          return false;
        }
      }
      return true;
    }

    private static String letters(String word) {
      return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
  }

  /** The sound begins now. */
  synchronized void begin() {
    start = System.nanoTime();
  }

  synchronized void partial(String text) {
    show(Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList());
  }

  synchronized void utterance(List<Word> words) {
    said.addAll(words);
    show(List.of());
  }

  /** Behind what is final. */
  private void show(List<String> partial) {
    List<String> words = Stream.concat(said.stream().map(Word::text), partial.stream()).toList();
    shown.add(new Shown((System.nanoTime() - start) / 1e9, words));
  }

  /** Milliseconds from the end of its last chunk to the word, of each that was heard. */
  synchronized List<Double> delays() {
    return delays(this::there);
  }

  /** Milliseconds from the end of its last chunk until it changes no more. */
  synchronized List<Double> delaysUntilTheyStand() {
    return delays(this::standing);
  }

  private interface Moment {
    /** When so many words were there. */
    double of(int words);
  }

  private List<Double> delays(Moment moment) {
    List<Double> delays = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      double chunkEnd = Math.ceil(said.get(i).end() / CHUNK_SECONDS - 1e-6) * CHUNK_SECONDS;
      delays.add(Math.max(0, 1000 * (moment.of(i + 1) - chunkEnd)));
    }
    return delays;
  }

  private double there(int words) {
    return shown.stream()
        .filter(each -> each.words().size() >= words)
        .findFirst()
        .orElseThrow() // a final one has it
        .at();
  }

  private double standing(int words) {
    double since = shown.get(shown.size() - 1).at();
    for (int i = shown.size() - 1; i >= 0 && shown.get(i).has(said, words); i--) {
      since = shown.get(i).at();
    }
    return since;
  }
}
