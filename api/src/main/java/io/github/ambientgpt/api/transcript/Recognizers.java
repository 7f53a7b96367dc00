package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.speech.RecognizerPool;
import io.github.ambientgpt.api.speech.SpeechEngine;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.CustomVocabulary;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.spring.AmbientGptProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who listens to a recording, and has it listened to. */
@Component
public class Recognizers {
  private final Providers<SpeechRecognizer, SpeechRecognizerProvider> providers;
  private final AmbientGptProperties properties;
  private final RecognizerPool pool;

  Recognizers(
      Providers<SpeechRecognizer, SpeechRecognizerProvider> providers,
      AmbientGptProperties properties,
      RecognizerPool pool) {
    this.providers = providers;
    this.properties = properties;
    this.pool = pool;
  }

  /** The settings of a recognizer, with another model if one is named. */
  private Settings settings(String id, @Nullable String model) {
    return properties.recognizerSettings(id).with(Settings.MODEL, model);
  }

  /**
   * Which recognizer listens: the one that is named, else the configured one, else the first that
   * is ready and keeps the sound on this machine.
   *
   * @return its id
   * @throws NotReadyException when it lacks something, or none is ready; the message says what
   * @throws io.github.ambientgpt.core.error.UnknownNameException when there is none of that name
   */
  public String choose(@Nullable String named, @Nullable String model) {
    if (named != null || !properties.recognizer().isBlank()) {
      String id = named == null ? properties.recognizer() : named;
      var readiness = providers.get(id).check(settings(id, model));
      if (!readiness.ready()) {
        throw new NotReadyException(
            "The recognizer '%s' is not ready. %s".formatted(id, readiness.remedy()));
      }
      return id;
    }
    List<String> ready = readyHere();
    if (ready.isEmpty()) {
      throw new NotReadyException(
          "No recognizer is ready on this machine: /api/v1/providers says what each needs. Pull a"
              + " model, or name a remote one.");
    }
    return ready.get(0);
  }

  /** Those that would work now and send nothing anywhere, by id. */
  List<String> readyHere() {
    return providers.all().stream()
        .filter(provider -> !provider.remote() && !provider.previewQuality())
        .filter(provider -> provider.check(settings(provider.id(), null)).ready())
        .map(SpeechRecognizerProvider::id)
        .toList();
  }

  /**
   * Waits for its turn, and hears with a recognizer that stays open for the next.
   *
   * @param vocabulary names that are likely to be said; as many as it takes are told behind the
   *     prompt
   * @throws io.github.ambientgpt.core.error.EngineException when it fails; with what it had heard
   * @throws io.github.ambientgpt.core.error.CancelledException when the monitor says so
   */
  public Transcript transcribe(
      String id,
      @Nullable String model,
      AudioStream audio,
      RecognitionOptions options,
      CustomVocabulary vocabulary,
      Monitor monitor) {
    String prompt = vocabulary.behind(options.prompt(), providers.get(id).longestPrompt());
    return pool.transcribe(
        new SpeechEngine(id, settings(id, model)),
        audio,
        new RecognitionOptions(options.language(), prompt),
        monitor);
  }
}
