package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Note;

/**
 * A draft and what the checker, which uses no model, made of its note.
 *
 * @param note checked
 */
record CheckedDraft(Draft draft, Note note) {
  /**
   * How good it is, 0 to 1: the harmonic mean of how much of it was said and how much of what was
   * said is in it, so that neither a long invention nor a single true sentence wins.
   */
  double worth() {
    double supported = supportedShare();
    double covered = note.coverage().share();
    return supported + covered == 0 ? 0 : 2 * supported * covered / (supported + covered);
  }

  /** The share of its statements that the transcript supports, 0 to 1; an uncertain one is half. */
  double supportedShare() {
    return note.statements()
        .mapToDouble(
            statement ->
                switch (statement.support()) {
                  case SUPPORTED -> 1;
                  case UNCERTAIN, UNSPOKEN -> 0.5;
                  case UNSUPPORTED -> 0;
                })
        .average()
        .orElse(0);
  }

  boolean isBetterThan(CheckedDraft other) {
    return worth() > other.worth();
  }
}
