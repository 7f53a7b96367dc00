package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which recognizer listens, and with what. */
final class RecognizerOptions {
  /** It runs here and is the best of those that do: asked first. */
  private static final String PREFERRED = "whisper";

  /** A secret on a command line would stand in the shell's history. */
  private static final String KEY_VARIABLE = "AMBIENT_GPT_ASR_KEY";

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "The recognizer: see 'ambient-gpt providers'. Default: the first that is ready and not of"
              + " preview quality.")
  String engine;

  @Option(names = "--model", paramLabel = "FILE|NAME", description = "The recognizer's model.")
  String model;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where a remote recognizer answers. Its key is read from the variable "
              + KEY_VARIABLE
              + ".")
  String url;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Another setting of the recognizer; may be given several times.")
  Map<String, String> settings = new LinkedHashMap<>();

  Settings settings(Terminal terminal) {
    return new Settings(settings)
        .with(Settings.MODEL, model)
        .with(Settings.URL, url)
        .with(Settings.KEY, terminal.environment().get(KEY_VARIABLE));
  }

  /** The one that was named, if one was. */
  Optional<Installed.Named> named(Terminal terminal) {
    return Optional.ofNullable(engine).map(id -> new Installed.Named(id, settings(terminal)));
  }

  /**
   * The one that was named, or else the best that is ready.
   *
   * @throws NotReadyException when there is none, with what each lacks
   */
  SpeechRecognizerProvider choose(
      Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers, Settings settings) {
    if (engine != null) {
      SpeechRecognizerProvider named = recognizers.get(engine);
      requireReady(named, settings);
      return named;
    }
    List<SpeechRecognizerProvider> candidates = new ArrayList<>(recognizers.all());
    candidates.sort(
        Comparator.comparing((SpeechRecognizerProvider p) -> !p.id().equals(PREFERRED))
            .thenComparing(SpeechRecognizerProvider::remote));
    StringBuilder why = new StringBuilder("No recognizer is ready.");
    for (SpeechRecognizerProvider candidate : candidates) {
      if (candidate.previewQuality()) {
        why.append(
            "%n  %s: ready for a first try, of preview quality: --engine %s"
                .formatted(candidate.id(), candidate.id()));
        continue;
      }
      Readiness readiness = candidate.check(settings);
      if (readiness.ready() && candidate.remote()) {
        why.append(
            "%n  %s: ready, but it sends the recording to a service: --engine %s"
                .formatted(candidate.id(), candidate.id()));
        continue;
      }
      if (readiness.ready()) {
        return candidate;
      }
      why.append("%n  %s: %s".formatted(candidate.id(), readiness.remedy()));
    }
    throw new NotReadyException(why.toString());
  }

  private static void requireReady(SpeechRecognizerProvider provider, Settings settings) {
    Readiness readiness = provider.check(settings);
    if (!readiness.ready()) {
      throw new NotReadyException(
          "The recognizer '%s' is not ready. %s".formatted(provider.id(), readiness.remedy()));
    }
  }
}
