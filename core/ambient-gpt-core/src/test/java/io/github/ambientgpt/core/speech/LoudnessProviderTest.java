package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.contract.SpeechRecognizerProviderContract;
import io.github.ambientgpt.core.contract.fake.LoudnessProvider;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import java.util.Optional;

class LoudnessProviderTest extends SpeechRecognizerProviderContract {
  @Override
  protected SpeechRecognizerProvider provider() {
    return new LoudnessProvider();
  }

  @Override
  protected Settings ready() {
    return Settings.of(Settings.MODEL, "any");
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.NONE);
  }
}
