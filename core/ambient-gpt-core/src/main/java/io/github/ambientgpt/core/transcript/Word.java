package io.github.ambientgpt.core.transcript;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One recognized word.
 *
 * @param text as the recognizer wrote it, never blank
 * @param span where it was said
 * @param confidence how sure the recognizer was, 0 to 1; empty when it did not say
 * @param estimated true when the recognizer gave no time for the word and it was placed inside its
 *     utterance by its length
 * @since 0.1.0
 */
public record Word(String text, Span span, OptionalDouble confidence, boolean estimated) {
  public Word {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(confidence, "confidence");
    if (text.isBlank()) {
      throw new IllegalArgumentException("A word needs text");
    }
    confidence.ifPresent(Word::requireShare);
  }

  private static void requireShare(double confidence) {
    if (!(0 <= confidence && confidence <= 1)) {
      throw new IllegalArgumentException("A confidence is 0 to 1, but is " + confidence);
    }
  }
}
