package io.github.ambientgpt.api.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * When which words were there. A word is there with the first message, partial or final, that has
 * as many words; when it was spoken, the recognizer's own final utterance says. What it is part of
 * is a chunk, as the microphone gives it: nobody can have heard the word before that one's end.
 */
final class HeardWords {
  /** A tenth of a second, as the page sends it. */
  static final double CHUNK_SECONDS = 0.1;

  private final List<Shown> shown = new ArrayList<>();
  private final List<Double> ends = new ArrayList<>();
  private long start;

  private record Shown(double at, int words) {}

  /** The sound begins now. */
  synchronized void begin() {
    start = System.nanoTime();
  }

  synchronized void partial(String text) {
    String said = text.strip();
    show(ends.size() + (said.isEmpty() ? 0 : said.split("\\s+").length));
  }

  /**
   * @param wordEnds when each of its words was over, in seconds of the sound
   */
  synchronized void utterance(List<Double> wordEnds) {
    ends.addAll(wordEnds);
    show(ends.size());
  }

  private void show(int words) {
    shown.add(new Shown((System.nanoTime() - start) / 1e9, words));
  }

  /** Milliseconds from the end of its last chunk to the word, of each that was heard. */
  synchronized List<Double> delays() {
    List<Double> delays = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      int words = i + 1;
      double chunkEnd = Math.ceil(ends.get(i) / CHUNK_SECONDS - 1e-6) * CHUNK_SECONDS;
      shown.stream()
          .filter(each -> each.words() >= words)
          .findFirst()
          .ifPresent(each -> delays.add(Math.max(0, 1000 * (each.at() - chunkEnd))));
    }
    return delays;
  }
}
