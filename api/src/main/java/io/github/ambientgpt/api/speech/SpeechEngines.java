package io.github.ambientgpt.api.speech;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.spring.AmbientGptProperties;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which recognizer is meant. One that sends the sound away, or is of preview quality, is taken only
 * by its name. A stranger names a model of the folder of models, never a path.
 */
@Component
public class SpeechEngines {
  /** Best words first. */
  private static final List<String> PREFERRED = List.of("whisper", "vosk");

  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final AmbientGptProperties properties;
  private final Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers;
  private final Providers<StreamingRecognizer, StreamingRecognizerProvider> streaming;

  SpeechEngines(
      AmbientGptProperties properties,
      Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers,
      Providers<StreamingRecognizer, StreamingRecognizerProvider> streaming) {
    this.properties = properties;
    this.recognizers = recognizers;
    this.streaming = streaming;
  }

  /**
   * The recognizer of recordings of this id.
   *
   * @param id null or blank for the usual one
   * @param model null or blank for the configured one
   * @throws UnknownNameException when there is none of this id
   * @throws NotReadyException when no recognizer is ready and none was named
   * @throws ApiException when the model's name is none
   */
  public SpeechEngine recording(@Nullable String id, @Nullable String model) {
    return engine(recognizers.all(), id, model, recognizers);
  }

  /** The recognizer of live speech of this id; as {@link #recording}. */
  public SpeechEngine live(@Nullable String id, @Nullable String model) {
    return engine(streaming.all(), id, model, streaming);
  }

  private <P extends Provider<?>> SpeechEngine engine(
      List<P> all, @Nullable String id, @Nullable String model, Providers<?, P> known) {
    String chosen = id == null || id.isBlank() ? usual(all) : known.get(id).id();
    Settings settings = properties.recognizerSettings(chosen);
    if (model == null || model.isBlank()) {
      return new SpeechEngine(chosen, settings);
    }
    if (!MODEL.matcher(model).matches()) {
      throw ApiException.field("model", "a model's name has letters, digits, dots and hyphens");
    }
    return new SpeechEngine(chosen, settings.with(Settings.MODEL, model));
  }

  private <P extends Provider<?>> String usual(List<P> all) {
    String configured = properties.recognizer();
    if (!configured.isBlank() && all.stream().anyMatch(p -> p.id().equals(configured))) {
      return configured;
    }
    List<P> local =
        all.stream()
            .filter(provider -> !provider.remote() && !isPreview(provider.id()))
            .sorted(Comparator.comparingInt(SpeechEngines::rank).thenComparing(Provider::id))
            .toList();
    return local.stream()
        .filter(provider -> provider.check(properties.recognizerSettings(provider.id())).ready())
        .map(Provider::id)
        .findFirst()
        .orElseThrow(() -> noneReady(local));
  }

  private static int rank(Provider<?> provider) {
    int place = PREFERRED.indexOf(provider.id());
    return place < 0 ? PREFERRED.size() : place;
  }

  private boolean isPreview(String id) {
    return recognizers.all().stream().anyMatch(p -> p.id().equals(id) && p.previewQuality());
  }

  private <P extends Provider<?>> ApiException noneReady(List<P> local) {
    return new ApiException(
        ProblemType.NOT_READY,
        local.isEmpty()
            ? "No recognizer is installed that keeps the sound on this machine: name another."
            : "No recognizer is ready. "
                + local.stream()
                    .limit(1)
                    .map(p -> p.check(properties.recognizerSettings(p.id())).remedy())
                    .collect(Collectors.joining(" ")));
  }
}
