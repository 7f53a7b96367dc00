package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Document;
import io.github.ambientgpt.suggestion.Documents;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A transcript in; out, a document for the patient or for a colleague. */
@Command(
    name = "document",
    description = {
      "Drafts the patient's summary, after-visit instructions or a referral letter, every statement"
          + " with the turns it rests on. What nothing was said of stands on standard error.",
      "'export' makes it HTML, Word or PDF: write it with --format json first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt document --kind patient-summary visit.txt",
      "  ambient-gpt document --kind referral --format json -o letter.json visit.txt",
      "  ambient-gpt export --to pdf --transcript visit.txt -o letter.pdf letter.json"
    })
final class DocumentCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec CommandSpec spec;

  @Mixin LanguageModelOptions model;

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "patient-summary, after-visit or referral.")
  Document.Kind kind;

  @Option(
      names = "--note",
      paramLabel = "FILE",
      description =
          "Take the statements of this note that the transcript supports, in any form that 'check'"
              + " reads. Default: those of the transcript.")
  String noteFile;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description = "markdown, text, json or healthscribe. Default: markdown.")
  NoteFormat format;

  @Mixin OutputOption output;

  @Mixin TranscriptParameter transcriptFile;

  DocumentCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if ("-".equals(transcriptFile.name) && "-".equals(noteFile)) {
      throw new ParameterException(
          spec.commandLine(), "Only one of the inputs can come from standard input.");
    }
    Input input = transcriptFile.input();
    Optional<Input> noteInput = Optional.ofNullable(noteFile).map(Input::of);
    Output target =
        output.target(
            Stream.of(Optional.of(input), noteInput)
                .flatMap(Optional::stream)
                .toArray(Input[]::new));
    Optional<LanguageModel> asked = model.asked(terminal);
    try {
      Transcript transcript = input.transcript(terminal);
      NoteCommand.refusePreview(transcript, input.name());
      Optional<Note> note = noteInput.map(in -> in.read(terminal, NoteReader::read));
      Documents documents = asked.map(Documents::with).orElseGet(Documents::builtin);
      Document document = write(documents, transcript, note);
      document.remarks().forEach(terminal::say);
      target.write(terminal, format.write(document.note()));
    } finally {
      asked.ifPresent(LanguageModel::close);
    }
    return ExitCode.OK;
  }

  private Document write(Documents documents, Transcript transcript, Optional<Note> note) {
    try (ProgressLine progress = new ProgressLine(terminal)) {
      Document document = documents.write(kind, transcript, note, progress);
      progress.checkCancelled();
      return document;
    }
  }
}
