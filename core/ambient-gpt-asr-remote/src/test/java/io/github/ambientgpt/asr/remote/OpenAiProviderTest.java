package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.contract.SpeechRecognizerProviderContract;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import java.util.Optional;

class OpenAiProviderTest extends SpeechRecognizerProviderContract {
  @Override
  protected SpeechRecognizerProvider provider() {
    return new OpenAiProvider();
  }

  @Override
  protected Settings ready() {
    return Settings.of(Settings.URL, "https://speech.example").with(Settings.KEY, Played.KEY);
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.NONE);
  }
}
