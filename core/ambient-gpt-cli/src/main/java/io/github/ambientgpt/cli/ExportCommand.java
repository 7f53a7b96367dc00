package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.format.DocumentFormat;
import io.github.ambientgpt.core.format.NoteDocument;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.export.PrintFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A note or a transcript in; out, the same in a form for others. */
@Command(
    name = "export",
    description = {
      "Hands a note over: for print, for a browser, for other programs. With --transcript the note"
          + " is checked against it anew, and html, docx and pdf show the turns that it rests on.",
      "Without a note the transcript itself is exported: as text, srt, vtt or healthscribe."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt export --to pdf --transcript visit.txt -o note.pdf note.json",
      "  ambient-gpt export --to fhir --date 2026-11-23 -o bundle.json note.json",
      "  ambient-gpt export --to srt --transcript visit.json"
    })
final class ExportCommand implements Callable<Integer> {
  /** What a note or a transcript can become. */
  enum Format {
    MARKDOWN,
    HTML,
    TEXT,
    SRT,
    VTT,
    HEALTHSCRIBE,
    FHIR,
    DOCX,
    PDF;

    boolean binary() {
      return this == DOCX || this == PDF;
    }
  }

  private final Terminal terminal;

  @Spec CommandSpec spec;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "markdown, html, text, srt, vtt, healthscribe, fhir, docx or pdf.")
  Format format;

  @Option(
      names = "--transcript",
      paramLabel = "FILE",
      description = "The transcript, in any form that 'note' reads.")
  String transcriptFile;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The day of the visit. Default: today.")
  String date;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to this file, whole or not at all. Default: standard output; docx and pdf only"
              + " when that is no terminal.")
  String output;

  @Parameters(
      arity = "0..1",
      paramLabel = "NOTE",
      description =
          "Markdown, plain text, or JSON (ours, which keeps what was checked, or HealthScribe's);"
              + " - for standard input.")
  String file;

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    checkArguments();
    LocalDate visited = visited();
    Optional<Input> noteInput = Optional.ofNullable(file).map(Input::of);
    Optional<Input> transcriptInput = Optional.ofNullable(transcriptFile).map(Input::of);
    Output target =
        Output.of(
            output,
            Stream.of(noteInput, transcriptInput).flatMap(Optional::stream).toArray(Input[]::new));
    if (format.binary() && target.path().isEmpty() && terminal.shown()) {
      throw wrong("A %s is nothing for a terminal: name a file with -o.");
    }
    Optional<Transcript> transcript =
        transcriptInput.map(input -> input.read(terminal, TranscriptReader::read));
    if (noteInput.isEmpty()) {
      target.write(terminal, transcriptFormat().write(transcript.orElseThrow()));
      return ExitCode.OK;
    }
    Note note = noteInput.get().read(terminal, NoteReader::read);
    write(target, document(note, transcript, visited));
    return ExitCode.OK;
  }

  private void checkArguments() {
    if (file == null && transcriptFile == null) {
      throw wrong("A note is missing, or a transcript: name one.");
    }
    if ("-".equals(file) && "-".equals(transcriptFile)) {
      throw wrong("Only one of note and transcript can come from standard input.");
    }
    boolean subtitles = format == Format.SRT || format == Format.VTT;
    if (file != null && subtitles) {
      throw wrong("%s is for transcripts: name one with --transcript, and no note.");
    }
    if (file == null && !subtitles && format != Format.TEXT && format != Format.HEALTHSCRIBE) {
      throw wrong(
          "%s is for notes: name one; a transcript alone can be text, srt, vtt or healthscribe.");
    }
  }

  private ParameterException wrong(String message) {
    String name = format.name().toLowerCase(Locale.ROOT);
    return new ParameterException(spec.commandLine(), message.formatted(name));
  }

  private LocalDate visited() {
    try {
      return date == null ? LocalDate.now() : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw wrong("--date needs a day such as 2026-11-23.");
    }
  }

  private TranscriptFormat transcriptFormat() {
    return TranscriptFormat.valueOf(format.name());
  }

  private static NoteDocument document(
      Note note, Optional<Transcript> transcript, LocalDate visited) {
    Note checked = transcript.map(words -> new Checker().check(note, words)).orElse(note);
    NoteDocument document = NoteDocument.of(checked, Instant.now()).withVisited(visited);
    return transcript.map(document::withTranscript).orElse(document);
  }

  private void write(Output target, NoteDocument document) {
    switch (format) {
      case DOCX -> target.write(terminal, PrintFormat.DOCX.write(document));
      case PDF -> target.write(terminal, PrintFormat.PDF.write(document));
      case HTML -> target.write(terminal, DocumentFormat.HTML.write(document));
      case FHIR -> target.write(terminal, DocumentFormat.FHIR.write(document));
      default -> target.write(terminal, NoteFormat.valueOf(format.name()).write(document.note()));
    }
  }
}
