package io.github.ambientgpt.core.note;

import java.util.Objects;
import java.util.Optional;

/**
 * Who wrote a note.
 *
 * @param requested the model that was asked for, such as {@code ollama/llama3.2}
 * @param model the model that wrote what stands in the note
 * @param fallback what was fallen back to; empty when the first way worked
 * @param reason why, for the reader; empty when there was no fallback
 */
public record Generation(
    String requested, String model, Optional<String> fallback, Optional<String> reason) {
  /** A note that a person or another program wrote. */
  public static final Generation GIVEN = of("given");

  public Generation {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(fallback, "fallback");
    Objects.requireNonNull(reason, "reason");
  }

  /** It went as asked. */
  public static Generation of(String model) {
    return new Generation(model, model, Optional.empty(), Optional.empty());
  }

  /** The model that was asked for failed and another wrote the note. */
  public static Generation fallenBack(String requested, String model, String reason) {
    return new Generation(requested, model, Optional.of(model), Optional.of(reason));
  }
}
