package io.github.ambientgpt.cli;

import io.github.ambientgpt.audio.AudioDecoder;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * A part that is on the class path.
 *
 * @param kind what it does, in a person's words
 * @param previewQuality true when its words are too poor for a note
 */
record Installed(
    String kind, String id, String summary, boolean previewQuality, Readiness readiness) {
  /** All engines and language models. */
  static List<Installed> providers() {
    List<Installed> all = new ArrayList<>();
    for (SpeechRecognizerProvider provider : Providers.recognizers().all()) {
      all.add(of("recognizer", provider, provider.previewQuality()));
    }
    Providers.voiceActivity().all().forEach(p -> all.add(of("voice activity", p, false)));
    Providers.streamingRecognizers().all().forEach(p -> all.add(of("streaming", p, false)));
    all.add(
        new Installed(
            "language model",
            "builtin",
            "Composes a note from what was said, without a language model",
            false,
            Readiness.of()));
    Providers.languageModels().all().forEach(p -> all.add(of("language model", p, false)));
    return all;
  }

  /** What opens recordings. */
  static Installed audio() {
    return new Installed(
        "audio", "ffmpeg", "Opens recordings of any common format", false, AudioDecoder.check());
  }

  private static Installed of(String kind, Provider<?> provider, boolean preview) {
    return new Installed(
        kind, provider.id(), provider.summary(), preview, provider.check(Settings.NONE));
  }
}
