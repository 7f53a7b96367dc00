package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One recording, several recognizers. */
@Command(
    name = "compare",
    description =
        "Transcribes a recording with several recognizers and shows their words side by side.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt compare visit.wav",
      "  ambient-gpt compare --engine whisper --engine vosk visit.wav",
      "  ambient-gpt compare --set whisper.model=small.en --reference said.txt visit.wav"
    })
final class CompareCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "A recognizer; may be given several times. Default: all that are ready and send nothing"
              + " anywhere.")
  List<String> engines = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "ENGINE.NAME=VALUE",
      description = "A setting of a recognizer, such as whisper.model=small.en.")
  Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "The language that is spoken, such as en. Default: each recognizer finds out.")
  String language;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "What was really said, as a transcript: adds the word error rate.")
  String reference;

  @Mixin ReportFormatOption format;

  @Parameters(paramLabel = "FILE", description = "WAV, MP3, M4A, OGG, WebM or FLAC; a file.")
  String file;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Input input = Input.of(file);
    if (input.path().isEmpty()) {
      throw new Failure(
          ExitCode.USAGE, "compare reads the recording once for each: give a file, not '-'.");
    }
    Optional<Transcript> said =
        Optional.ofNullable(reference)
            .map(name -> Input.of(name).read(terminal, TranscriptReader::read));
    List<SpeechRecognizerProvider> chosen = chosen();
    List<Comparison.Entry> entries = new ArrayList<>();
    for (SpeechRecognizerProvider provider : chosen) {
      entries.add(listen(provider, input));
    }
    Comparison comparison = new Comparison(input.name(), said, entries);
    terminal.print(format.json() ? comparison.json() : comparison.text());
    return entries.stream().allMatch(entry -> entry.failure().isPresent())
        ? ExitCode.ENGINE
        : ExitCode.OK;
  }

  private List<SpeechRecognizerProvider> chosen() {
    Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers = Providers.recognizers();
    if (!engines.isEmpty()) {
      return engines.stream().distinct().map(recognizers::get).toList();
    }
    List<SpeechRecognizerProvider> ready =
        recognizers.all().stream()
            .filter(p -> !p.remote() && p.check(settings(p)).ready())
            .toList();
    if (ready.isEmpty()) {
      throw new NotReadyException("No recognizer is ready: see 'ambient-gpt doctor'.");
    }
    return ready;
  }

  private Settings settings(SpeechRecognizerProvider provider) {
    Settings own = Settings.NONE;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      String prefix = provider.id() + ".";
      if (setting.getKey().startsWith(prefix)) {
        own = own.with(setting.getKey().substring(prefix.length()), setting.getValue());
      }
    }
    return own;
  }

  /** One that fails does not keep the others from being compared. */
  private Comparison.Entry listen(SpeechRecognizerProvider provider, Input input) {
    try (OpenRecording recording = OpenRecording.of(input, List.of(), terminal);
        SpeechRecognizer recognizer =
            Providers.recognizers().create(provider.id(), settings(provider));
        ProgressLine progress = new ProgressLine(terminal)) {
      long start = System.nanoTime();
      Transcript transcript =
          recording.transcribe(
              recognizer, new RecognitionOptions(Optional.ofNullable(language), ""), progress);
      double seconds = (System.nanoTime() - start) / 1e9;
      return Comparison.Entry.heard(provider.id(), transcript, recording.heard(), seconds);
    } catch (CancelledException e) {
      throw e;
    } catch (AmbientGptException e) {
      return Comparison.Entry.failed(provider.id(), e.getMessage());
    }
  }
}
