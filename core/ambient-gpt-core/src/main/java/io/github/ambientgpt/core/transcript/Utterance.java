package io.github.ambientgpt.core.transcript;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one speaker said in one turn.
 *
 * @param id unique in its transcript: {@code u1}, {@code u2}, … in the order of the turns
 * @param span where in the recording; empty when the source had no times
 * @param text as it was said or recognized, never blank
 * @param words with times and confidence; empty when the source had none
 * @since 0.1.0
 */
public record Utterance(
    String id, Speaker speaker, Optional<Span> span, String text, List<Word> words) {
  public Utterance {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(speaker, "speaker");
    Objects.requireNonNull(span, "span");
    if (text.isBlank()) {
      throw new IllegalArgumentException("Utterance " + id + " has no text");
    }
    words = List.copyOf(words);
  }

  /** An utterance without times. */
  public Utterance(String id, Speaker speaker, String text) {
    this(id, speaker, Optional.empty(), text, List.of());
  }

  /** The same words from another speaker. */
  public Utterance withSpeaker(Speaker other) {
    return new Utterance(id, other, span, text, words);
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Utterance[" + id + ", " + speaker.role() + ", " + text.length() + " characters]";
  }
}
