package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.VoiceActivityProvider;
import io.github.ambientgpt.core.speech.VoiceActivity;

/** Finds speech with libfvad, the voice activity detector of WebRTC. Reads no settings. */
public final class FvadProvider implements VoiceActivityProvider {
  private static final String LIBRARY_NEED = "the libfvad library";

  @Override
  public String id() {
    return "fvad";
  }

  @Override
  public String summary() {
    return "libfvad on this machine; tells speech from silence and steady noise";
  }

  @Override
  public Readiness check(Settings settings) {
    try {
      Fvad.load();
      return Readiness.of(Need.met(LIBRARY_NEED, "loaded"));
    } catch (NotReadyException e) {
      return Readiness.of(Need.missing(LIBRARY_NEED, e.getMessage()));
    }
  }

  @Override
  public VoiceActivity create(Settings settings) {
    Fvad.load();
    return new FvadActivity(new Fvad());
  }
}
