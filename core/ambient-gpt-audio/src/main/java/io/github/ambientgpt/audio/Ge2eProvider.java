package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeakerEmbedderProvider;
import io.github.ambientgpt.core.speech.SpeakerEmbedder;

/**
 * Tells voices apart with a small network that was trained on thousands of them. No settings.
 *
 * @since 0.1.0
 */
public final class Ge2eProvider implements SpeakerEmbedderProvider {
  @Override
  public String id() {
    return "ge2e";
  }

  @Override
  public String summary() {
    return "Tells voices apart on this machine (Resemblyzer's voice encoder)";
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of();
  }

  @Override
  public SpeakerEmbedder create(Settings settings) {
    return new Ge2eEmbedder();
  }
}
