package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * What copying scores, as published: the measure of any note, and the proof that our ROUGE is
 * theirs.
 */
final class Floors {
  private static final String CLINICIAN = "doctor";
  private static final int FIRST = 1;
  private static final int LAST = 11;

  private Floors() {}

  static String transcript(Visit visit) {
    return String.join("\n", visit.transcript().utterances().stream().map(Floors::line).toList());
  }

  /** The clinician's first turn and last eleven; lines of one speaker in a row are one turn. */
  static String twelveClinicianTurns(Visit visit) {
    List<String> turns = new ArrayList<>();
    Speaker before = Speaker.UNKNOWN;
    for (Utterance utterance : visit.transcript().utterances()) {
      if (!utterance.speaker().label().equals(CLINICIAN)) {
        before = utterance.speaker();
        continue;
      }
      if (before.equals(utterance.speaker())) {
        int last = turns.size() - 1;
        turns.set(last, turns.get(last) + " " + utterance.text());
      } else {
        turns.add(line(utterance));
      }
      before = utterance.speaker();
    }
    int tail = Math.max(FIRST, turns.size() - LAST);
    List<String> chosen = new ArrayList<>(turns.subList(0, Math.min(FIRST, turns.size())));
    chosen.addAll(turns.subList(Math.min(tail, turns.size()), turns.size()));
    return String.join("\n", chosen);
  }

  private static String line(Utterance utterance) {
    return "[" + utterance.speaker().label() + "] " + utterance.text();
  }
}
