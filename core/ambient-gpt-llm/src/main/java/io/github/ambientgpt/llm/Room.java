package io.github.ambientgpt.llm;

import java.util.OptionalInt;

/**
 * How much a model may read and say for one question, in tokens.
 *
 * @param question what the question takes
 * @param context what question and answer may have together, if known
 */
record Room(int question, OptionalInt context) {
  /** What a chat adds around its messages, and a little more. */
  static final int MARGIN = 64;

  /** How long the answer may be in such a context. */
  int answerIn(int context) {
    return context - question - MARGIN;
  }

  /** How long the answer may be, if the context is known. */
  OptionalInt answer() {
    return context.isPresent() ? OptionalInt.of(answerIn(context.getAsInt())) : OptionalInt.empty();
  }
}
