package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.ollama.ModelFacts;
import io.github.ambientgpt.bridge.ollama.Question;
import java.util.OptionalInt;

/**
 * How many tokens a question and its answer need and may have. Ollama's habit is to take 4096,
 * whatever the model can, and to cut what is longer without a word; so each question asks for the
 * next power of two that holds it. (A power of two, since each other number loads the model anew.)
 *
 * <p>Tokens are estimated: no vocabulary is at hand. English has four bytes a token, and a token of
 * more than eight is rare over a whole text; so bytes / 3 is enough to ask for, and what has more
 * than bytes / 8 cannot fit. What lies between, Ollama itself decides: it is told not to cut.
 *
 * @param most tokens that question and answer may have
 * @param asked the room to ask Ollama for; empty where the model's own file has set it
 */
record Room(int most, OptionalInt asked) {
  private static final int LEAST = 4096;
  private static final int ANSWER = 1024;

  /**
   * @param configured the most that the machine has memory for
   * @param answer how many tokens the answer may have; empty when nobody said
   * @throws PromptTooLongException when the question cannot fit
   */
  static Room of(Question question, ModelFacts facts, int configured, OptionalInt answer) {
    int most = facts.set().orElse(Math.min(facts.trained().orElse(configured), configured));
    long fewest = question.bytes() / 8;
    if (fewest >= most) {
      throw new PromptTooLongException(question.bytes() / 4, most);
    }
    if (facts.set().isPresent()) {
      return new Room(most, OptionalInt.empty());
    }
    long wanted = question.bytes() / 3 + answer.orElse(ANSWER);
    long power = Math.max(LEAST, Long.highestOneBit(Math.max(1, wanted - 1)) * 2);
    return new Room(most, OptionalInt.of((int) Math.min(most, power)));
  }
}
