package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import java.util.List;

/**
 * Recognizes live speech with Vosk. Settings:
 *
 * <ul>
 *   <li>{@code model}: the path of a model's folder, or its name, such as {@value
 *       KaldiModel#DEFAULT}, which may go without its {@code vosk-model-}, in the folder of models;
 *       when not given that one, else the first whose name begins so
 *   <li>{@code models}: that folder, see {@link io.github.ambientgpt.core.provider.ModelFolder}
 * </ul>
 *
 * @since 0.1.0
 */
public final class VoskStreamingProvider implements StreamingRecognizerProvider {
  @Override
  public String id() {
    return VoskNeeds.ID;
  }

  @Override
  public String summary() {
    return "Vosk on this machine; words appear as they are said";
  }

  @Override
  public List<SettingFault> faults(Settings settings) {
    return VoskNeeds.faults(settings);
  }

  @Override
  public Readiness check(Settings settings) {
    return VoskNeeds.check(settings);
  }

  @Override
  public StreamingRecognizer create(Settings settings) {
    return new VoskStreamingRecognizer(VoskNeeds.load(settings));
  }
}
