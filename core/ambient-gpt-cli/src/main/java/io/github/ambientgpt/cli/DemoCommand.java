package io.github.ambientgpt.cli;

import io.github.ambientgpt.audio.AudioDecoder;
import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows on samples of its own what this program does. */
@Command(
    name = "demo",
    description =
        "Shows, on samples that are built in, a transcript of speech and a note of a visit.")
final class DemoCommand implements Runnable {
  /** Those that run here, the best first; the last needs no model. */
  private static final List<String> ENGINES = List.of("whisper", "vosk", "sphinx");

  /** What to get when there is none: small, and good enough for a note. */
  private static final String MODEL = "whisper-base.en";

  private static final String SPEECH = "jfk.wav";
  private static final String VISIT = "visit.txt";
  private static final int SHOWN_LINES = 8;

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    String engine = engine();
    title("1. Speech: 11 seconds of John F. Kennedy, 1961 (public domain), heard by " + engine);
    terminal.print(speech(engine) + "\n");
    if (Providers.recognizers().get(engine).previewQuality()) {
      terminal.print(
          "Preview quality: only a taste. For real words, once: %s models pull %s%n%n"
              .formatted(command(), MODEL));
    }
    Transcript visit = sample(VISIT, TranscriptReader::read);
    title("2. A visit: from ACI-BENCH (Yim et al., Scientific Data 2023), CC BY 4.0");
    terminal.print(beginning(TranscriptFormat.TEXT.write(visit)) + "\n");
    title("3. The note of that visit; [u3] is the third turn of the conversation");
    terminal.print(note(visit) + "\n");
    title("What to try next");
    terminal.print(next());
  }

  private void title(String text) {
    terminal.print(text + "\n" + "=".repeat(text.length()) + "\n\n");
  }

  private static String engine() {
    return ENGINES.stream()
        .filter(id -> Providers.recognizers().get(id).check(Settings.NONE).ready())
        .findFirst()
        .orElse(ENGINES.get(ENGINES.size() - 1));
  }

  private String speech(String engine) {
    try (InputStream in = open(SPEECH);
        AudioStream audio = new AudioDecoder().open(in, SPEECH);
        SpeechRecognizer recognizer = Providers.recognizers().create(engine, Settings.NONE);
        ProgressLine progress = new ProgressLine(terminal)) {
      return TranscriptFormat.TEXT.write(
          recognizer.transcribe(audio, RecognitionOptions.DEFAULT, progress));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AmbientGptException e) { // the second half needs no sound
      return "Not here: " + e.getMessage() + "\n";
    }
  }

  private static String beginning(String transcript) {
    StringBuilder out = new StringBuilder();
    transcript.lines().limit(SHOWN_LINES).forEach(line -> out.append(line).append('\n'));
    return out.append("...\n").toString();
  }

  private String note(Transcript visit) {
    try (ProgressLine progress = new ProgressLine(terminal)) {
      Note note = NotePipeline.builtin().write(visit, Templates.builtin().get("SOAP"), progress);
      return NoteFormat.TEXT.write(note);
    }
  }

  private static String next() {
    Path inCheckout = Path.of("core/ambient-gpt-cli/src/main/samples", VISIT);
    Path visit = Files.exists(inCheckout) ? inCheckout : Path.of(VISIT);
    return """
    Write a note of a conversation of your own, one turn a line ("Doctor: ..."):
      %1$s note %2$s
    Check a note, whoever wrote it, against what was said:
      %1$s check --transcript %2$s note.md
    See what is installed, and how to get a recognizer for real use:
      %1$s doctor
    All commands:
      %1$s --help
    """
        .formatted(command(), visit);
  }

  /** As this very program was started. */
  private static String command() {
    String script = System.getProperty("ambient-gpt.command");
    if (script != null) {
      return script;
    }
    try {
      Path jar =
          Path.of(DemoCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path here = Path.of("").toAbsolutePath();
      return "java -jar " + (jar.startsWith(here) ? here.relativize(jar) : jar);
    } catch (URISyntaxException | RuntimeException e) {
      return "ambient-gpt";
    }
  }

  private static <T> T sample(String name, Input.Reader<T> reader) {
    try (InputStream in = open(name)) {
      return reader.read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return DemoCommand.class.getResourceAsStream("samples/" + name);
  }
}
