package io.github.ambientgpt.core.transcript;

import java.util.Objects;

/**
 * One recognized word.
 *
 * @param text as the recognizer wrote it, never blank
 * @param span where it was said
 * @param confidence how sure the recognizer was, 0 to 1
 * @param estimated true when the recognizer gave no time for the word and it was placed inside its
 *     utterance by its length
 */
public record Word(String text, Span span, double confidence, boolean estimated) {
  public Word {
    Objects.requireNonNull(span, "span");
    if (text.isBlank()) {
      throw new IllegalArgumentException("A word needs text");
    }
    if (!(0 <= confidence && confidence <= 1)) {
      throw new IllegalArgumentException("A confidence is 0 to 1, but is " + confidence);
    }
  }
}
