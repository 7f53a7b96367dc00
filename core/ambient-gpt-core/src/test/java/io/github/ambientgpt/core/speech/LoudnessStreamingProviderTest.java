package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.contract.StreamingRecognizerProviderContract;
import io.github.ambientgpt.core.contract.fake.LoudnessStreamingProvider;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import java.util.Optional;

class LoudnessStreamingProviderTest extends StreamingRecognizerProviderContract {
  @Override
  protected StreamingRecognizerProvider provider() {
    return new LoudnessStreamingProvider();
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
