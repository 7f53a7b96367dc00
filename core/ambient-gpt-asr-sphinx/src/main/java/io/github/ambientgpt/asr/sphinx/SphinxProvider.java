package io.github.ambientgpt.asr.sphinx;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import java.util.List;
import java.util.Set;

/**
 * Recognizes American English with CMU Sphinx, roughly and with no download. Reads no settings.
 *
 * @since 0.1.0
 */
public final class SphinxProvider implements SpeechRecognizerProvider {
  static final String ID = "sphinx";

  private static final String MODEL_NEED = "the en-US model in the jar sphinx4-data";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String summary() {
    return "CMU Sphinx on this machine; English, nothing to download";
  }

  @Override
  public boolean previewQuality() {
    return true;
  }

  @Override
  public int longestPrompt() {
    return 0;
  }

  @Override
  public List<SettingFault> faults(Settings settings) {
    return reader(settings).faults();
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of(
        EnglishModel.isThere()
            ? Need.met(MODEL_NEED, "en-us")
            : Need.missing(MODEL_NEED, "Put de.sciss:sphinx4-data:1.0.0 on the class path."));
  }

  /**
   * @throws InvalidInputException when it is given a setting, since it reads none
   */
  @Override
  public SpeechRecognizer create(Settings settings) {
    reader(settings).requireNoFaults();
    Readiness readiness = check(settings);
    if (!readiness.ready()) {
      throw new NotReadyException(readiness.remedy());
    }
    return new SphinxRecognizer(new SphinxDecoder());
  }

  private SettingsReader reader(Settings settings) {
    SettingsReader reader = new SettingsReader(settings);
    reader.requireKnown(id(), Set.of());
    return reader;
  }
}
