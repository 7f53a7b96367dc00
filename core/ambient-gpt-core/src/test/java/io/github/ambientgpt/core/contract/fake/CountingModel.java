package io.github.ambientgpt.core.contract.fake;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.OptionalInt;

/**
 * Answers with how many characters it was given.
 *
 * @since 0.1.0
 */
public final class CountingModel implements LanguageModel {
  @Override
  public String name() {
    return CountingModelProvider.ID;
  }

  @Override
  public OptionalInt contextTokens() {
    return OptionalInt.empty();
  }

  @Override
  public String answer(Prompt prompt, Monitor monitor) {
    monitor.checkCancelled();
    return prompt.content().length() + " characters";
  }

  @Override
  public void close() {}
}
