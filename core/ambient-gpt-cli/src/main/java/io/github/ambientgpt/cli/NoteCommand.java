package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A transcript in, a note out. */
@Command(
    name = "note",
    description = "Drafts a note from a transcript; every statement names the turns it rests on.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt note visit.txt",
      "  ambient-gpt note --template DAP --format json -o note.json visit.vtt",
      "  ambient-gpt note --llm ollama --llm-model llama3.2 visit.txt"
    })
final class NoteCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin NoteOptions note;

  @Mixin OutputOption output;

  @Parameters(
      paramLabel = "FILE",
      description =
          "Text ('[doctor] ...', 'Doctor: ...', 'SPEAKER 1: ...', or without labels), SRT, WebVTT,"
              + " or JSON of 'transcribe'; - for standard input.")
  String file;

  NoteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Input input = Input.of(file);
    Output target = output.target(input);
    try (NoteOptions.Writer writer = note.prepare(terminal)) {
      Transcript transcript = input.transcript(terminal);
      refusePreview(transcript, input.name());
      target.write(terminal, writer.write(transcript));
    }
    return ExitCode.OK;
  }

  static void refusePreview(Transcript transcript, String name) {
    if (transcript.recognition().previewQuality()) {
      throw new InvalidInputException(
          ("'%s' was recognized by %s, whose words are of preview quality and make no note."
                  + " Transcribe the recording with another engine; or, to see what comes out,"
                  + " run 'ambient-gpt scribe --engine %s' on it.")
              .formatted(
                  name, transcript.recognition().engine(), transcript.recognition().engine()));
    }
  }
}
