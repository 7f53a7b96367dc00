package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import java.util.ArrayList;
import java.util.List;

/** What the comparisons of one statement find. For one thread. */
final class Findings {
  private final Transcribed said;
  private final List<Reason> contradictions = new ArrayList<>();
  private final List<Reason> doubts = new ArrayList<>();
  private final List<Passage> rivals = new ArrayList<>();
  private boolean questioned;

  Findings(Transcribed said) {
    this.said = said;
  }

  /**
   * The visit says otherwise of the same thing.
   *
   * @param message without a full stop
   * @param rival number of the passage that does; it is quoted
   */
  void contradicted(Reason.Kind kind, String message, int rival) {
    contradictions.add(new Reason(kind, "%s: “%s”".formatted(message, said.quote(rival))));
    rivals.add(said.passage(rival));
  }

  /** The visit seems to speak of it otherwise, or it is nothing that goes without saying. */
  void questioned(Reason.Kind kind, String message) {
    questioned = true;
    doubted(kind, message);
  }

  /** The visit does not say it. */
  void doubted(Reason.Kind kind, String message) {
    doubts.add(new Reason(kind, message));
  }

  /** Whether something in it goes without saying in no visit. */
  boolean isQuestioned() {
    return questioned;
  }

  List<Reason> contradictions() {
    return contradictions;
  }

  List<Reason> doubts() {
    return doubts;
  }

  List<Passage> rivals() {
    return rivals;
  }
}
