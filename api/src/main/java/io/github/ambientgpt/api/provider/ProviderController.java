package io.github.ambientgpt.api.provider;

import io.github.ambientgpt.api.speech.RecognizerPool;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.spring.AmbientGptProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "providers")
class ProviderController {
  private final Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers;
  private final Providers<StreamingRecognizer, StreamingRecognizerProvider> live;
  private final Providers<LanguageModel, LanguageModelProvider> languageModels;
  private final AmbientGptProperties properties;
  private final RecognizerPool heard;

  /**
   * @param recognizers of recordings
   * @param streamingRecognizers of speech while it is spoken
   * @param languageModels what writes, besides {@code builtin}, which is always ready
   */
  record ProviderList(
      List<ProviderView> recognizers,
      List<ProviderView> streamingRecognizers,
      List<ProviderView> languageModels) {}

  ProviderController(
      Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers,
      Providers<StreamingRecognizer, StreamingRecognizerProvider> live,
      Providers<LanguageModel, LanguageModelProvider> languageModels,
      AmbientGptProperties properties,
      RecognizerPool heard) {
    this.recognizers = recognizers;
    this.live = live;
    this.languageModels = languageModels;
    this.properties = properties;
    this.heard = heard;
  }

  @GetMapping("/api/v1/providers")
  @Operation(
      operationId = "listProviders",
      summary = "What can listen and what can write, and what each lacks",
      description = "Looks at files and libraries only. A probe also asks the service behind one.")
  ProviderList list() {
    return new ProviderList(
        recognizers.all().stream()
            .map(each -> recognizer(each).withRealTimeFactor(heard.realTimeFactor(each.id())))
            .toList(),
        live.all().stream().map(this::recognizer).toList(),
        languageModels.all().stream().map(this::languageModel).toList());
  }

  @PostMapping("/api/v1/providers/recognizers/{id}:probe")
  @Operation(
      operationId = "probeRecognizer",
      summary =
          "Whether a recognizer would work now, its service asked; nothing of a visit is sent")
  ProviderView probeRecognizer(@PathVariable @Size(max = 100) String id) {
    SpeechRecognizerProvider provider = recognizers.get(id);
    return ProviderView.of(
            provider,
            provider.probe(properties.recognizerSettings(id)),
            id.equals(properties.recognizer()))
        .withRealTimeFactor(heard.realTimeFactor(id));
  }

  @PostMapping("/api/v1/providers/language-models/{id}:probe")
  @Operation(
      operationId = "probeLanguageModel",
      summary =
          "Whether a language model would work now, its service asked; nothing of a visit is sent")
  ProviderView probeLanguageModel(@PathVariable @Size(max = 100) String id) {
    LanguageModelProvider provider = languageModels.get(id);
    return ProviderView.of(
        provider,
        provider.probe(properties.languageModelSettings(id)),
        id.equals(properties.languageModel()));
  }

  private ProviderView recognizer(Provider<?> provider) {
    return ProviderView.of(
        provider,
        provider.check(properties.recognizerSettings(provider.id())),
        provider.id().equals(properties.recognizer()));
  }

  private ProviderView languageModel(LanguageModelProvider provider) {
    return ProviderView.of(
        provider,
        provider.check(properties.languageModelSettings(provider.id())),
        provider.id().equals(properties.languageModel()));
  }
}
