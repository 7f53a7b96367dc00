package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import java.util.List;

/**
 * Recognizes recordings with Vosk. Settings:
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
public final class VoskProvider implements SpeechRecognizerProvider {
  @Override
  public String id() {
    return VoskNeeds.ID;
  }

  @Override
  public String summary() {
    return "Vosk on this machine; times and confidence of each word";
  }

  @Override
  public int longestPrompt() {
    return 0;
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
  public SpeechRecognizer create(Settings settings) {
    return new VoskRecognizer(VoskNeeds.load(settings));
  }
}
