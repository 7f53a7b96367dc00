package io.github.ambientgpt.asr.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.SpeechRecognizerProviderContract;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SphinxProviderTest extends SpeechRecognizerProviderContract {
  @Override
  protected SpeechRecognizerProvider provider() {
    return new SphinxProvider();
  }

  @Override
  protected Settings ready() {
    return Settings.NONE;
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.empty();
  }

  @Test
  void isOnlyForPreviews() {
    assertThat(provider().previewQuality()).isTrue();
  }

  @Test
  void refusesASettingThatItDoesNotRead() {
    assertThatThrownBy(() -> new SphinxProvider().create(Settings.of("tread", "4")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("does not know the setting 'tread'");
  }
}
