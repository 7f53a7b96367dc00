package io.github.ambientgpt.core.contract.fake;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;

/**
 * Needs the setting {@code model}, whatever its value.
 *
 * @since 0.1.0
 */
public final class LoudnessProvider implements SpeechRecognizerProvider {
  public static final String ID = "loudness";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String summary() {
    return "Says only that somebody speaks; for tests";
  }

  @Override
  public boolean previewQuality() {
    return true;
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of(
        settings
            .get(Settings.MODEL)
            .map(model -> Need.met("a model", model))
            .orElseGet(() -> Need.missing("a model", "Give any name as the setting 'model'.")));
  }

  @Override
  public SpeechRecognizer create(Settings settings) {
    Readiness readiness = check(settings);
    if (!readiness.ready()) {
      throw new NotReadyException(readiness.remedy());
    }
    return new LoudnessRecognizer();
  }
}
