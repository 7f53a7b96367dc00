package io.github.ambientgpt.core.transcript;

import java.util.Objects;

/**
 * How a transcript came to be.
 *
 * @param engine the recognizer's id; {@code typed} when the words were given as text
 * @param model the model's name; empty when the engine has none
 * @param previewQuality true when the engine's words are too poor for a note, unless a person asked
 *     for that engine by name
 * @since 0.1.0
 */
public record Recognition(String engine, String model, boolean previewQuality) {
  /** Words that were given as text. */
  public static final Recognition TYPED = new Recognition("typed", "", false);

  public Recognition {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(model, "model");
  }
}
