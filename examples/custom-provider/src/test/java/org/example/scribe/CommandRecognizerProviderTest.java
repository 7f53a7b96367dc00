package org.example.scribe;

import io.github.ambientgpt.core.contract.SpeechRecognizerProviderContract;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import java.util.Optional;

class CommandRecognizerProviderTest extends SpeechRecognizerProviderContract {
  @Override
  protected SpeechRecognizerProvider provider() {
    return new CommandRecognizerProvider();
  }

  @Override
  protected Settings ready() {
    return Programs.running(Loudness.class);
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.of(Command.SETTING, "no-such-program-anywhere"));
  }
}
