package io.github.ambientgpt.bridge.ollama;

import java.util.OptionalInt;

/**
 * What Ollama says of a model's context, in tokens.
 *
 * @param set what the model's own file sets
 * @param trained what the model was trained for
 */
public record ModelFacts(OptionalInt set, OptionalInt trained) {
  public static final ModelFacts UNKNOWN = new ModelFacts(OptionalInt.empty(), OptionalInt.empty());
}
