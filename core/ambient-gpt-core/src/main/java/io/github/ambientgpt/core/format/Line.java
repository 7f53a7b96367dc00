package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Span;
import java.util.Optional;

/**
 * One line of a transcript.
 *
 * @param begins true when it starts a turn, even if it names no speaker
 * @param span the times it was given
 * @param voice who the format says is speaking; empty when it does not say
 */
record Line(boolean begins, Optional<Span> span, Optional<String> voice, String text) {
  static Line of(String text) {
    return new Line(false, Optional.empty(), Optional.empty(), text.strip());
  }
}
