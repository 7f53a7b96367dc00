package io.github.ambientgpt.spring;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import java.util.Optional;

/**
 * The language model that the properties name, closed with the application.
 *
 * @param model empty when notes are written without one
 */
record ChosenLanguageModel(Optional<LanguageModel> model) implements AutoCloseable {
  @Override
  public void close() {
    model.ifPresent(LanguageModel::close);
  }
}
