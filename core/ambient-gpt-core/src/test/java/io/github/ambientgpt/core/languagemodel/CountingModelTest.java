package io.github.ambientgpt.core.languagemodel;

import io.github.ambientgpt.core.contract.LanguageModelContract;
import io.github.ambientgpt.core.contract.fake.CountingModel;

class CountingModelTest extends LanguageModelContract {
  @Override
  protected LanguageModel model() {
    return new CountingModel();
  }
}
