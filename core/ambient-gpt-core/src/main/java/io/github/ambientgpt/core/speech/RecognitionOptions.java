package io.github.ambientgpt.core.speech;

import java.util.Objects;
import java.util.Optional;

/**
 * What a recognizer may want to know about a recording.
 *
 * @param language BCP 47; empty when the recognizer should find out, or has but one
 * @param prompt words that are likely to occur: names, drugs; empty for none
 * @since 0.1.0
 */
public record RecognitionOptions(Optional<String> language, String prompt) {
  public static final RecognitionOptions DEFAULT = new RecognitionOptions(Optional.empty(), "");

  public RecognitionOptions {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(prompt, "prompt");
  }
}
