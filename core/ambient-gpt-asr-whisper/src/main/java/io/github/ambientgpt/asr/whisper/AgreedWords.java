package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides which words of a live transcript are certain, and never takes one back.
 *
 * <p>Idea: Whisper hears the same window of sound again and again while it grows. Its last words
 * change from one time to the next, its earlier ones seldom. A word is confirmed when two
 * hypotheses in a row have it, and all before it, in the same place (LocalAgreement-2: Macháček,
 * Dabre, Bojar: Turning Whisper into Real-Time Transcription System, 2023). Where the confirmed
 * words end in a new hypothesis is found by their text, not by their times, which are guesses: the
 * beginning of the hypothesis that is the fewest edits away from them.
 */
final class AgreedWords {
  /** How many words a new hypothesis may have more or fewer for those that are confirmed. */
  private static final int SHIFT = 5;

  private final List<Guess> confirmed = new ArrayList<>();
  private List<Guess> tentative = List.of();

  /**
   * A word of a hypothesis.
   *
   * @param closing whether it is the last of one of Whisper's segments, after which the sound can
   *     be cut
   */
  record Guess(Word word, boolean closing) {
    private String key() {
      String letters = word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
      return letters.isEmpty() ? word.text() : letters;
    }

    private boolean sameWord(Guess other) {
      return key().equals(other.key());
    }
  }

  /**
   * @param hypothesis all words of the window, from its start
   */
  void hear(List<Guess> hypothesis) {
    List<Guess> rest = hypothesis.subList(confirmedLength(hypothesis), hypothesis.size());
    int agreed = 0;
    while (agreed < Math.min(rest.size(), tentative.size())
        && rest.get(agreed).sameWord(tentative.get(agreed))) {
      agreed++;
    }
    confirmed.addAll(rest.subList(0, agreed));
    tentative = List.copyOf(rest.subList(agreed, rest.size()));
  }

  /** The sound of the window is at its end: what is still tentative is taken as it is. */
  void settle() {
    confirmed.addAll(tentative);
    tentative = List.of();
  }

  /** Words that stand, in order, since the last {@link #take}. */
  List<Guess> confirmed() {
    return List.copyOf(confirmed);
  }

  /** Words after those, which may still change. */
  List<Guess> tentative() {
    return tentative;
  }

  /** How many of the confirmed words can be taken with the sound cut behind them. */
  int cuttable() {
    int count = confirmed.size();
    while (count > 0 && !confirmed.get(count - 1).closing) {
      count--;
    }
    return count;
  }

  /** Takes the first of the confirmed words away: the window is to begin behind them. */
  List<Guess> take(int count) {
    List<Guess> taken = List.copyOf(confirmed.subList(0, count));
    confirmed.subList(0, count).clear();
    return taken;
  }

  /** How many of the hypothesis's first words stand for the confirmed ones. */
  private int confirmedLength(List<Guess> hypothesis) {
    int size = confirmed.size();
    int columns = Math.min(hypothesis.size(), size + SHIFT);
    int[] edits = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      edits[j] = j;
    }
    for (Guess word : confirmed) {
      int diagonal = edits[0];
      edits[0]++;
      for (int j = 1; j <= columns; j++) {
        int replaced = diagonal + (word.sameWord(hypothesis.get(j - 1)) ? 0 : 1);
        diagonal = edits[j];
        edits[j] = Math.min(replaced, 1 + Math.min(edits[j], edits[j - 1]));
      }
    }
    int best = Math.min(size, columns);
    for (int j = 0; j <= columns; j++) {
      boolean nearer = edits[j] == edits[best] && Math.abs(j - size) < Math.abs(best - size);
      if (edits[j] < edits[best] || nearer) {
        best = j;
      }
    }
    return best;
  }
}
