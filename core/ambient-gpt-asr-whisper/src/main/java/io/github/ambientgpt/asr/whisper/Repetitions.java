package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes out what a decoder writes when it is caught in a loop: its own last words make the same
 * words likely again. People repeat a word or two, and a sentence once; nobody says the same three
 * words or more three times in a row.
 */
final class Repetitions {
  /** So many times is a loop. */
  private static final int LOOP = 3;

  /** So many words people do not repeat that often. */
  private static final int LEAST_WORDS = 3;

  private Repetitions() {}

  /** The segments, of each loop only the first round. */
  static List<List<Word>> once(List<List<Word>> segments) {
    List<List<Word>> kept = new ArrayList<>();
    int i = 0;
    while (i < segments.size()) {
      int end = i + 1;
      while (end < segments.size() && same(segments.get(i), segments.get(end))) {
        end++;
      }
      boolean loop = end - i >= LOOP && segments.get(i).size() >= LEAST_WORDS;
      for (int j = i; j < (loop ? i + 1 : end); j++) {
        kept.add(within(segments.get(j)));
      }
      i = end;
    }
    return kept;
  }

  private static boolean same(List<Word> one, List<Word> other) {
    return key(one).equals(key(other));
  }

  private static List<String> key(List<Word> words) {
    return WordErrors.words(words.stream().map(Word::text).collect(Collectors.joining(" ")));
  }

  /** A loop of words inside a segment. */
  private static List<Word> within(List<Word> words) {
    List<String> keys =
        words.stream().map(word -> String.join(" ", WordErrors.words(word.text()))).toList();
    for (int length = LEAST_WORDS; length * LOOP <= words.size(); length++) {
      for (int start = 0; start + length * LOOP <= words.size(); start++) {
        int rounds = rounds(keys, start, length);
        if (rounds >= LOOP) {
          List<Word> rest = new ArrayList<>(words.subList(0, start + length));
          rest.addAll(words.subList(start + length * rounds, words.size()));
          return within(rest);
        }
      }
    }
    return words;
  }

  private static int rounds(List<String> keys, int start, int length) {
    List<String> first = keys.subList(start, start + length);
    if (first.stream().distinct().count() < 2) {
      return 1; // one word over and over is somebody counting on it: "no, no, no"
    }
    int rounds = 1;
    int at = start + length;
    while (at + length <= keys.size() && keys.subList(at, at + length).equals(first)) {
      rounds++;
      at += length;
    }
    return rounds;
  }
}
