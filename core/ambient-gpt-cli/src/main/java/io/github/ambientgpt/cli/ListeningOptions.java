package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.CustomVocabulary;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.MisheardNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a recognizer listens; and its work. */
final class ListeningOptions {
  @Mixin RecognizerOptions recognizer;

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

  /**
   * Hears a whole recording, or as much of it as the recognizer managed.
   *
   * @throws Failure when there is no speech in it
   */
  HeardRecording transcribe(Input input, Terminal terminal) {
    Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers = Providers.recognizers();
    Settings settings = recognizer.settings(terminal);
    SpeechRecognizerProvider provider = recognizer.choose(recognizers, settings);
    RecognitionOptions options = options(provider, terminal);
    try (OpenRecording recording = OpenRecording.of(input, channels, terminal);
        SpeechRecognizer listener = recognizers.create(provider.id(), settings)) {
      long start = System.nanoTime();
      HeardRecording heard = hear(recording, listener, options, terminal);
      double seconds = (System.nanoTime() - start) / 1e9;
      recording.warnings().forEach(terminal::say);
      if (heard.transcript().isEmpty()) {
        throw Failure.noSpeech(input.name());
      }
      if (heard.transcript().recognition().previewQuality()) {
        terminal.say(
            "Preview quality: %s's words are only a taste. For real use take another engine."
                .formatted(provider.id()));
      }
      sayMisheard(heard.transcript(), terminal);
      terminal.say(PlayingTime.of(recording.heard(), seconds) + ".");
      return heard;
    }
  }

  /** Each name once. */
  private static void sayMisheard(Transcript transcript, Terminal terminal) {
    MisheardNames.of(transcript).values().stream()
        .flatMap(List::stream)
        .map(word -> "%s (%s?)".formatted(word.written(), String.join(" or ", word.perhaps())))
        .distinct()
        .sorted()
        .reduce((one, other) -> one + ", " + other)
        .ifPresent(names -> terminal.say("Perhaps misheard: " + names + "."));
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
    CustomVocabulary all = CustomVocabulary.parse(text);
    CustomVocabulary used = all.fittingBehind(prompt, provider.longestPrompt());
    if (used.words().size() < all.words().size()) {
      terminal.say(
          provider.longestPrompt() == 0
              ? "%s takes no vocabulary: '%s' is not used.".formatted(provider.id(), vocabulary)
              : "%s takes the first %d of the %d entries of '%s': put the most important first."
                  .formatted(provider.id(), used.words().size(), all.words().size(), vocabulary));
    }
    return all.behind(prompt, provider.longestPrompt());
  }
}
