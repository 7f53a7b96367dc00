package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import java.util.List;

/**
 * Recognizes live speech with whisper.cpp. Its settings are those of {@link WhisperProvider}.
 *
 * @since 0.1.0
 */
public final class WhisperStreamingProvider implements StreamingRecognizerProvider {
  private final WhisperProvider recordings = new WhisperProvider();

  @Override
  public String id() {
    return WhisperProvider.ID;
  }

  @Override
  public String summary() {
    return "whisper.cpp on this machine; good words, a second or two after they are said";
  }

  @Override
  public List<SettingFault> faults(Settings settings) {
    return recordings.faults(settings);
  }

  @Override
  public Readiness check(Settings settings) {
    return recordings.check(settings);
  }

  @Override
  public StreamingRecognizer create(Settings settings) {
    return recordings.open(
        settings,
        (model, whisper, threads) ->
            new WhisperStreamingRecognizer(model, whisper, threads, System::nanoTime));
  }
}
