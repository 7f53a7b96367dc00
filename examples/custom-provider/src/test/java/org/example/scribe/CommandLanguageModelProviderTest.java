package org.example.scribe;

import io.github.ambientgpt.core.contract.LanguageModelProviderContract;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Settings;
import java.util.Optional;

class CommandLanguageModelProviderTest extends LanguageModelProviderContract {
  @Override
  protected LanguageModelProvider provider() {
    return new CommandLanguageModelProvider();
  }

  @Override
  protected Settings ready() {
    return Programs.running(Quoting.class);
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.NONE);
  }
}
