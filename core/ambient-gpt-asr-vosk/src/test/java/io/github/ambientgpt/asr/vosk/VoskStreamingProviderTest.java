package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.contract.StreamingRecognizerProviderContract;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class VoskStreamingProviderTest extends StreamingRecognizerProviderContract {
  @TempDir Path folder;

  @Override
  protected StreamingRecognizerProvider provider() {
    return new VoskStreamingProvider();
  }

  @Override
  protected Settings ready() {
    return RealModel.settings();
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.of(ModelFolder.SETTING, folder.toString()));
  }
}
