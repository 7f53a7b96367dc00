package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.contract.LanguageModelProviderContract;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Settings;
import java.util.Optional;

class OpenAiProviderTest extends LanguageModelProviderContract {
  @Override
  protected LanguageModelProvider provider() {
    return new OpenAiProvider();
  }

  @Override
  protected Settings ready() {
    return Settings.of(Settings.MODEL, "m")
        .with(Settings.URL, "https://127.0.0.1")
        .with(Settings.KEY, "k");
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.NONE);
  }
}
