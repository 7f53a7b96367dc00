package io.github.ambientgpt.core.languagemodel;

import io.github.ambientgpt.core.contract.LanguageModelProviderContract;
import io.github.ambientgpt.core.contract.fake.CountingModelProvider;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Settings;
import java.util.Optional;

class CountingModelProviderTest extends LanguageModelProviderContract {
  @Override
  protected LanguageModelProvider provider() {
    return new CountingModelProvider();
  }

  @Override
  protected Settings ready() {
    return Settings.NONE;
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.empty();
  }
}
