package io.github.ambientgpt.core.languagemodel;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.OptionalInt;

/**
 * Writes text. Thread-safe.
 *
 * @since 0.1.0
 */
public interface LanguageModel extends AutoCloseable {
  /** Provider and model, such as {@code ollama/llama3.2}; stands in the notes it writes. */
  String name();

  /** How many tokens question and answer may have together; empty when that cannot be known. */
  OptionalInt contextTokens();

  /**
   * How many tokens this text takes, rather too many than too few: an estimate, unless the model's
   * own way of counting is known.
   */
  default int tokens(String text) {
    return TokenEstimate.of(text);
  }

  /**
   * Blocks until the answer is whole.
   *
   * @return the answer; when the prompt has a schema, text that should be JSON but may not be
   * @throws CancelledException when the monitor says so
   * @throws EngineException when the model cannot be reached or gives no whole answer
   */
  String answer(Prompt prompt, Monitor monitor);

  @Override
  void close();
}
