package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.speech.SpeechEngine;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.spring.AmbientGptProperties;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the predecessor's clients call recognizers and models. A model is a folder of the folder of
 * models: of a path that a client sends, nothing but its last name counts.
 */
@Component
class ModelNames {
  private static final List<String> SIZES = List.of("tiny", "base", "small", "medium", "large");
  private static final List<String> AZURE = List.of("azure", "azure_speech", "azure-whisper");
  private static final int LONGEST_SHOWN = 200;

  private final AmbientGptProperties properties;
  private final Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers;
  private final Providers<StreamingRecognizer, StreamingRecognizerProvider> streaming;

  ModelNames(
      AmbientGptProperties properties,
      Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers,
      Providers<StreamingRecognizer, StreamingRecognizerProvider> streaming) {
    this.properties = properties;
    this.recognizers = recognizers;
    this.streaming = streaming;
  }

  /**
   * @param model such as {@code vosk} or {@code whisper:base}; what nobody knows is Whisper's
   *     smallest
   * @param path of a Vosk model's folder; empty for the usual one
   * @throws Refusal when it cannot be had
   */
  SpeechEngine engine(String model, String path) {
    String name = model.strip().toLowerCase(Locale.ROOT);
    if (AZURE.contains(name)) {
      return ready(recognizers, "azure", properties.recognizerSettings("azure"));
    }
    if (name.startsWith("vosk")) {
      Settings settings = properties.recognizerSettings("vosk");
      return ready(
          recognizers,
          "vosk",
          path.isBlank()
              ? settings
              : settings.with(
                  Settings.MODEL,
                  voskFolder(lastName(path))
                      .orElseThrow(
                          () -> Refusal.because("Vosk model path not found: " + shown(path)))
                      .toString()));
    }
    return ready(recognizers, "whisper", whisper(recognizers, size(name)));
  }

  private static String size(String name) {
    if (!name.startsWith("whisper:") && !name.startsWith("whisper_")) {
      return "tiny";
    }
    String size = name.substring("whisper".length() + 1);
    if (!SIZES.contains(size)) {
      throw Refusal.because(
          "Unknown Whisper model size: '%s'. There is: %s."
              .formatted(shown(size), String.join(", ", SIZES)));
    }
    return size;
  }

  /** Live Vosk; of a model, or the usual one. */
  Optional<SpeechEngine> liveVosk(String model) {
    Settings settings = properties.recognizerSettings("vosk");
    if (model.isBlank() || model.equals("default")) {
      return Optional.of(ready(streaming, "vosk", settings));
    }
    return voskFolder(model)
        .map(folder -> ready(streaming, "vosk", settings.with(Settings.MODEL, folder.toString())));
  }

  /** Live Whisper, of the smallest size, as ever. */
  SpeechEngine liveWhisper() {
    return ready(streaming, "whisper", whisper(streaming, "tiny"));
  }

  SpeechEngine azure() {
    return ready(recognizers, "azure", properties.recognizerSettings("azure"));
  }

  /** English alone, as ever, when that is there; else the one for many languages. */
  private Settings whisper(Providers<?, ? extends Provider<?>> providers, String size) {
    Settings settings = properties.recognizerSettings("whisper");
    List<String> names =
        size.equals("large")
            ? List.of("large-v3", "large-v2", "large-v1", "large")
            : List.of(size + ".en", size);
    return names.stream()
        .map(name -> settings.with(Settings.MODEL, name))
        .filter(each -> check(providers, "whisper", each).ready())
        .findFirst()
        .orElse(settings.with(Settings.MODEL, names.get(0)));
  }

  private Optional<Path> voskFolder(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      return Optional.empty();
    }
    Path models = ModelFolder.of(properties.recognizerSettings("vosk"));
    return Stream.of(name, "vosk-model-" + name)
        .map(models::resolve)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static String lastName(String path) {
    try {
      Path last = Path.of(path.replace('\\', '/')).getFileName();
      return last == null ? "" : last.toString();
    } catch (InvalidPathException e) {
      return "";
    }
  }

  private static SpeechEngine ready(
      Providers<?, ? extends Provider<?>> providers, String id, Settings settings) {
    Readiness readiness = check(providers, id, settings);
    if (!readiness.ready()) {
      throw Refusal.because(readiness.remedy());
    }
    return new SpeechEngine(id, settings);
  }

  private static Readiness check(
      Providers<?, ? extends Provider<?>> providers, String id, Settings settings) {
    try {
      return providers.get(id).check(settings);
    } catch (UnknownNameException e) {
      throw Refusal.because(e.getMessage());
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
