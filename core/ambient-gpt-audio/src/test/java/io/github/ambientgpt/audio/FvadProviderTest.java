package io.github.ambientgpt.audio;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.ambientgpt.core.contract.VoiceActivityProviderContract;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.VoiceActivityProvider;
import java.util.Optional;

class FvadProviderTest extends VoiceActivityProviderContract {
  @Override
  protected VoiceActivityProvider provider() {
    return new FvadProvider();
  }

  @Override
  protected Settings ready() {
    String remedy = provider().check(Settings.NONE).remedy();
    if (!remedy.isEmpty()) {
      abort("Skipped: " + remedy);
    }
    return Settings.NONE;
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.empty();
  }
}
