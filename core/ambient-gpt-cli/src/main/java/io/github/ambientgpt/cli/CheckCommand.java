package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.SpokenEnglish;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A note and a transcript in; out, what of the note was said. */
@Command(
    name = "check",
    description = {
      "Checks a note, whoever wrote it, against the transcript: which statements it supports, which"
          + " not and why, and what of the visit the note leaves out.",
      "Exit code 3 says that the visit says otherwise than a statement, or never names a drug or"
          + " an illness that it has."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt check --transcript visit.txt note.md",
      "  ambient-gpt check --format json --transcript visit.vtt - < note.txt"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int QUOTE = 66;

  private final Terminal terminal;

  @Spec CommandSpec spec;

  @Option(
      names = "--transcript",
      required = true,
      paramLabel = "FILE",
      description = "The transcript, in any form that 'note' reads.")
  String transcriptFile;

  @Mixin ReportFormatOption format;

  @Mixin OutputOption output;

  @Parameters(
      paramLabel = "NOTE",
      description = "Markdown, plain text, or JSON (ours or HealthScribe's); - for standard input.")
  String file;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (file.equals("-") && transcriptFile.equals("-")) {
      throw new ParameterException(
          spec.commandLine(), "Only one of note and transcript can come from standard input.");
    }
    Input noteInput = Input.of(file);
    Input transcriptInput = Input.of(transcriptFile);
    Output target = output.target(noteInput, transcriptInput);
    Transcript transcript = transcriptInput.transcript(terminal);
    SpokenEnglish.require(transcript, "the checker");
    Note checked = new Checker().check(noteInput.read(terminal, NoteReader::read), transcript);
    target.write(
        terminal, format.json() ? NoteFormat.JSON.write(checked) : report(checked, transcript));
    return checked.statements().anyMatch(Statement::isUntrue) ? ExitCode.UNSUPPORTED : ExitCode.OK;
  }

  private static String report(Note note, Transcript transcript) {
    StringBuilder out = new StringBuilder(NoteFormat.TEXT.write(note));
    out.append(
        "%nFindings%n--------%n%d statements: %d supported, %d uncertain, %d unsupported, %d not said aloud.%n"
            .formatted(
                note.statements().count(),
                count(note, Support.SUPPORTED),
                count(note, Support.UNCERTAIN),
                count(note, Support.UNSUPPORTED),
                count(note, Support.UNSPOKEN)));
    List<String> relevant = note.coverage().relevant();
    List<String> omitted = note.coverage().omitted();
    out.append(
        String.format(
            Locale.ROOT,
            "%d of %d relevant turns are in the note (%.0f %%).%n",
            relevant.size() - omitted.size(),
            relevant.size(),
            note.coverage().share() * 100));
    if (!omitted.isEmpty()) {
      out.append("Not in the note:%n".formatted());
      omitted.forEach(id -> out.append("  %s  %s%n".formatted(id, quote(id, transcript))));
    }
    return out.toString().replace("\r\n", "\n");
  }

  private static String quote(String id, Transcript transcript) {
    String text = transcript.utterance(id).orElseThrow().text();
    return text.length() <= QUOTE ? text : text.substring(0, QUOTE - 3).strip() + "...";
  }

  private static long count(Note note, Support support) {
    return note.statements().map(Statement::support).filter(support::equals).count();
  }
}
