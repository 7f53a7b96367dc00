package io.github.ambientgpt.core.contract.fake;

import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.StreamingRecognizer;

/**
 * Needs nothing.
 *
 * @since 0.1.0
 */
public final class LoudnessStreamingProvider implements StreamingRecognizerProvider {
  @Override
  public String id() {
    return LoudnessProvider.ID;
  }

  @Override
  public String summary() {
    return "Says only that somebody speaks; for tests";
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of();
  }

  @Override
  public StreamingRecognizer create(Settings settings) {
    return new LoudnessStreamingRecognizer();
  }
}
