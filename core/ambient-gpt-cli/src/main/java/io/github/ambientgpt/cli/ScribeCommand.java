package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.transcript.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recording in, a note out; the transcript is not lost on the way. */
@Command(
    name = "scribe",
    description = "Turns a recording into a note in one go.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt scribe --model whisper-base.en visit.m4a",
      "  ambient-gpt scribe --transcript visit.json -o note.md visit.m4a"
    })
final class ScribeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin ListeningOptions listening;
  @Mixin NoteOptions note;

  @Option(
      names = "--transcript",
      paramLabel = "FILE",
      description = "Keep the transcript here, as JSON.")
  String transcriptFile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the note to this file, whole or not at all. Default: standard output.")
  String output;

  @Parameters(
      paramLabel = "FILE",
      description = "WAV, MP3, M4A, OGG, WebM or FLAC; - for standard input.")
  String file;

  ScribeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Input input = Input.of(file);
    Output target = Output.of(output, input);
    Optional<Output> kept = Optional.ofNullable(transcriptFile).map(name -> Output.of(name, input));
    try (NoteOptions.Writer writer = note.prepare(terminal)) {
      HeardRecording heard = listening.transcribe(input, terminal);
      Transcript transcript = heard.transcript();
      if (!heard.whole()) {
        return keepBeginning(input, heard, kept);
      }
      kept.ifPresent(file -> file.write(terminal, TranscriptFormat.JSON.write(transcript)));
      try {
        target.write(terminal, writer.write(transcript));
      } catch (RuntimeException e) {
        if (kept.isEmpty()) {
          rescue(input, transcript);
        }
        throw e;
      }
    }
    return ExitCode.OK;
  }

  /** A note of half a visit would be taken for the note of the visit, so there is none. */
  private int keepBeginning(Input input, HeardRecording heard, Optional<Output> wanted) {
    if (wanted.isPresent()) {
      Output beginning = heard.to(wanted.get());
      beginning.write(terminal, TranscriptFormat.JSON.write(heard.transcript()));
      heard.warn(terminal, beginning);
    } else {
      rescue(input, heard.transcript());
      heard.warn(terminal, Output.STANDARD);
    }
    terminal.say("No note was written.");
    return ExitCode.PARTIAL;
  }

  /** An hour of recognition is not lost because a note could not be written. */
  private void rescue(Input input, Transcript transcript) {
    String name = input.path().map(path -> path.getFileName().toString()).orElse("recording");
    Path free = Path.of(name + ".transcript.json");
    for (int i = 2; Files.exists(free); i++) {
      free = Path.of(name + ".transcript-" + i + ".json");
    }
    try {
      new Output(Optional.of(free)).write(terminal, TranscriptFormat.JSON.write(transcript));
      terminal.say("The transcript is kept in '" + free.toAbsolutePath() + "'.");
    } catch (Failure e) {
      terminal.say("ambient-gpt: The transcript could not be kept, either. " + e.getMessage());
    }
  }
}
