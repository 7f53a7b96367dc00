package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which recognizer listens, and how; and its work. */
final class EngineOptions {
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
      names = "--language",
      paramLabel = "TAG",
      description = "The language that is spoken, such as en. Default: the recognizer finds out.")
  String language;

  @Option(
      names = "--prompt",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "Words that are likely to occur: names, drugs.")
  String prompt;

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description =
          "More such words, one a line, the most important first; as many as the recognizer takes.")
  String vocabulary;

  @Option(
      names = "--channels",
      paramLabel = "SPEAKER",
      split = ",",
      description =
          "Each channel of the recording is one person's, in this order: clinician,patient.")
  List<String> channels = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Another setting of the recognizer; may be given several times.")
  Map<String, String> settings = new LinkedHashMap<>();

  /**
   * Hears a whole recording, or as much of it as the recognizer managed.
   *
   * @throws Failure when there is no speech in it
   */
  HeardRecording transcribe(Input input, Terminal terminal) {
    Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers = Providers.recognizers();
    Settings settings = settings(terminal);
    SpeechRecognizerProvider provider = provider(recognizers, settings);
    requireReady(provider, settings);
    RecognitionOptions options = options(provider, terminal);
    try (OpenRecording recording = OpenRecording.of(input, channels, terminal);
        SpeechRecognizer recognizer = recognizers.create(provider.id(), settings)) {
      long start = System.nanoTime();
      HeardRecording heard = hear(recording, recognizer, options, terminal);
      double seconds = (System.nanoTime() - start) / 1e9;
      recording.warnings().forEach(terminal::say);
      if (heard.transcript().isEmpty()) {
        throw noSpeech(input.name());
      }
      if (heard.transcript().recognition().previewQuality()) {
        terminal.say(
            "Preview quality: %s's words are only a taste. For real use take another engine."
                .formatted(provider.id()));
      }
      terminal.say(PlayingTime.of(recording.heard(), seconds) + ".");
      return heard;
    }
  }

  private static HeardRecording hear(
      OpenRecording recording,
      SpeechRecognizer recognizer,
      RecognitionOptions options,
      Terminal terminal) {
    try (ProgressLine progress = new ProgressLine(terminal)) {
      return new HeardRecording(
          recording.transcribe(recognizer, options, progress), Optional.empty());
    } catch (EngineException e) {
      return new HeardRecording(e.heard().orElseThrow(() -> e), Optional.of(e));
    }
  }

  static Failure noSpeech(String name) {
    return new Failure(
        ExitCode.NO_SPEECH,
        "No speech was recognised in '%s'. Check that it has sound; if it has, try another model."
            .formatted(name));
  }

  private Settings settings(Terminal terminal) {
    return new Settings(settings)
        .with(Settings.MODEL, model)
        .with(Settings.URL, url)
        .with(Settings.KEY, terminal.environment().get(KEY_VARIABLE));
  }

  private RecognitionOptions options(SpeechRecognizerProvider provider, Terminal terminal) {
    return new RecognitionOptions(Optional.ofNullable(language), prompt(provider, terminal));
  }

  /** The prompt comes first: it was written for this recording. */
  private String prompt(SpeechRecognizerProvider provider, Terminal terminal) {
    if (vocabulary == null) {
      return prompt;
    }
    String text =
        Input.of(vocabulary)
            .read(terminal, (in, name) -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    Vocabulary all = Vocabulary.parse(text);
    String before = prompt.isBlank() ? "" : prompt.strip() + ", ";
    Vocabulary used = all.fitting(Math.max(0, provider.longestPrompt() - before.length()));
    if (used.words().size() < all.words().size()) {
      terminal.say(
          provider.longestPrompt() == 0
              ? "%s takes no vocabulary: '%s' is not used.".formatted(provider.id(), vocabulary)
              : "%s takes the first %d of the %d entries of '%s': put the most important first."
                  .formatted(provider.id(), used.words().size(), all.words().size(), vocabulary));
    }
    return used.words().isEmpty() ? prompt : before + used.prompt();
  }

  private SpeechRecognizerProvider provider(
      Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers, Settings settings) {
    if (engine != null) {
      return recognizers.get(engine);
    }
    List<SpeechRecognizerProvider> candidates = new ArrayList<>(recognizers.all());
    candidates.sort(
        Comparator.comparing((SpeechRecognizerProvider p) -> !p.id().equals(PREFERRED)));
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
