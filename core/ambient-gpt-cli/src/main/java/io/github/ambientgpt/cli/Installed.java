package io.github.ambientgpt.cli;

import io.github.ambientgpt.audio.AudioDecoder;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part that is on the class path.
 *
 * @param kind what it does, in a person's words
 * @param previewQuality true when its words are too poor for a note
 * @param unasked true when it works through a service that nobody asked whether it is there
 */
record Installed(
    String kind,
    String id,
    String summary,
    boolean previewQuality,
    boolean unasked,
    Readiness readiness) {
  private static final String RECOGNIZER = "recognizer";
  private static final String LANGUAGE_MODEL = "language model";

  /** One that a person named, with the settings for it. */
  record Named(String id, Settings settings) {}

  /** All engines and language models; no server is asked. */
  static List<Installed> providers() {
    return providers(Optional.empty(), Optional.empty());
  }

  /**
   * All engines and language models.
   *
   * @param recognizer which one to look at with its settings, its server asked
   * @param languageModel as well
   * @throws UnknownNameException when one that is named is not there
   */
  static List<Installed> providers(Optional<Named> recognizer, Optional<Named> languageModel) {
    recognizer.ifPresent(named -> Providers.recognizers().get(named.id));
    languageModel.ifPresent(named -> Providers.languageModels().get(named.id));
    List<Installed> all = new ArrayList<>();
    for (SpeechRecognizerProvider provider : Providers.recognizers().all()) {
      all.add(of(RECOGNIZER, provider, provider.previewQuality(), recognizer));
    }
    for (var provider : Providers.voiceActivity().all()) {
      all.add(of("voice activity", provider, false, Optional.empty()));
    }
    for (var provider : Providers.streamingRecognizers().all()) {
      all.add(of("streaming", provider, false, recognizer));
    }
    all.add(
        new Installed(
            LANGUAGE_MODEL,
            "builtin",
            "Composes a note from what was said, without a language model",
            false,
            false,
            Readiness.of()));
    for (var provider : Providers.languageModels().all()) {
      all.add(of(LANGUAGE_MODEL, provider, false, languageModel));
    }
    return all;
  }

  /** What opens recordings. */
  static Installed audio() {
    return new Installed(
        "audio",
        "ffmpeg",
        "Opens recordings of any common format",
        false,
        false,
        AudioDecoder.check());
  }

  private static Installed of(
      String kind, Provider<?> provider, boolean preview, Optional<Named> named) {
    Optional<Named> meant = named.filter(it -> it.id.equals(provider.id()));
    return new Installed(
        kind,
        provider.id(),
        provider.summary(),
        preview,
        provider.remote() && meant.isEmpty(),
        meant
            .map(it -> provider.probe(it.settings))
            .orElseGet(() -> provider.check(Settings.NONE)));
  }
}
