package io.github.ambientgpt.core.prompt;

import tools.jackson.databind.JsonNode;

/**
 * Makes of a language model's JSON what was asked for; forgives every shape whose meaning is clear.
 *
 * @since 0.1.0
 */
public interface AnswerReader<T> {
  /**
   * @param root an object or an array
   * @throws UnusableAnswerException when it is something else than was asked for
   */
  T read(JsonNode root) throws UnusableAnswerException;
}
