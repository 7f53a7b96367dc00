package org.example.scribe;

import io.github.ambientgpt.core.contract.LanguageModelContract;
import io.github.ambientgpt.core.languagemodel.LanguageModel;

class CommandLanguageModelTest extends LanguageModelContract {
  @Override
  protected LanguageModel model() {
    return new CommandLanguageModelProvider().create(Programs.running(Quoting.class));
  }
}
