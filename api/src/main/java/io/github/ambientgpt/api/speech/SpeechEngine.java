package io.github.ambientgpt.api.speech;

import io.github.ambientgpt.core.provider.Settings;
import java.util.Objects;

/**
 * A recognizer with its settings; those that are equal share what is open.
 *
 * @param id the provider's
 */
public record SpeechEngine(String id, Settings settings) {
  public SpeechEngine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(settings, "settings");
  }
}
