package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.VoiceActivityProvider;
import io.github.ambientgpt.core.speech.VoiceActivity;

/**
 * Finds speech with Silero VAD, a small network that tells voices from other sounds. No settings.
 *
 * @since 0.1.0
 */
public final class SileroProvider implements VoiceActivityProvider {
  @Override
  public String id() {
    return "silero";
  }

  @Override
  public String summary() {
    return "Silero VAD on this machine; tells voices from noise, music and other sounds";
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of();
  }

  @Override
  public VoiceActivity create(Settings settings) {
    return new SileroActivity();
  }
}
