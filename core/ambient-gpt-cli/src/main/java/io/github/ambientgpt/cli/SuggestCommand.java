package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.CodeList;
import io.github.ambientgpt.suggestion.Suggester;
import io.github.ambientgpt.suggestion.Suggestion;
import io.github.ambientgpt.suggestion.SuggestionFormat;
import io.github.ambientgpt.suggestion.Suggestions;
import io.github.ambientgpt.suggestion.VisitDetails;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A transcript in; out, what it suggests for coding and billing. */
@Command(
    name = "suggest",
    description = {
      "Suggests diagnosis codes, the level of the visit, social determinants, chronic conditions and"
          + " what a payer would miss, each with the turns it rests on; with a language model also"
          + " alternative diagnoses and the numbers of CPT and SNOMED codes.",
      "These are suggestions for a person to check, and no coding advice."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt suggest visit.txt",
      "  ambient-gpt suggest --kind visit-level --patient established visit.txt",
      "  ambient-gpt suggest --llm ollama --llm-model llama3.2 visit.txt"
    })
final class SuggestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec CommandSpec spec;

  @Mixin LanguageModelOptions model;

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description =
          "What to suggest: icd-10-cm, visit-level, social, comorbidity, alternative, payer, cpt,"
              + " snomed; several with commas. Default: all.")
  List<Suggestion.Kind> kinds;

  @Option(
      names = "--note",
      paramLabel = "FILE",
      description =
          "The visit's note, in any form that 'check' reads: what it says counts where the"
              + " transcript supports it.")
  String noteFile;

  @Option(
      names = "--patient",
      paramLabel = "new|established",
      description = "Whether the practice knows the patient. Default: both are told.")
  VisitDetails.Patient patient;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description =
          "The clinician's whole time on the day of the visit. Default: the recording's length, as"
              + " an estimate, if the transcript has times.")
  Integer minutes;

  @Option(
      names = "--codes",
      paramLabel = "FILE",
      description =
          "CPT or SNOMED codes that you may use, a code, a tab and a term on a line: what a model"
              + " suggests is checked against them and named.")
  String codesFile;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, markdown or json. Default: text.")
  SuggestionFormat format;

  @Mixin OutputOption output;

  @Mixin TranscriptParameter transcriptFile;

  SuggestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (minutes != null && (minutes < 1 || minutes > 24 * 60)) {
      throw new ParameterException(spec.commandLine(), "--minutes needs a number from 1 to 1440.");
    }
    if (Stream.of(transcriptFile.name, noteFile, codesFile).filter("-"::equals).count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "Only one of the inputs can come from standard input.");
    }
    Input input = transcriptFile.input();
    Optional<Input> noteInput = Optional.ofNullable(noteFile).map(Input::of);
    Optional<Input> codesInput = Optional.ofNullable(codesFile).map(Input::of);
    Output target =
        output.target(
            Stream.of(Optional.of(input), noteInput, codesInput)
                .flatMap(Optional::stream)
                .toArray(Input[]::new));
    CodeList codes = codesInput.map(in -> in.read(terminal, CodeList::read)).orElse(CodeList.NONE);
    Optional<LanguageModel> asked = model.asked(terminal);
    try {
      Transcript transcript = input.transcript(terminal);
      NoteCommand.refusePreview(transcript, input.name());
      Optional<Note> note = noteInput.map(in -> in.read(terminal, NoteReader::read));
      Suggester suggester =
          asked.map(Suggester::with).orElseGet(Suggester::builtin).withCodes(codes);
      Suggestions suggestions = suggest(suggester, transcript, note);
      target.write(terminal, format.write(suggestions));
    } finally {
      asked.ifPresent(LanguageModel::close);
    }
    return ExitCode.OK;
  }

  private Suggestions suggest(Suggester suggester, Transcript transcript, Optional<Note> note) {
    VisitDetails details =
        new VisitDetails(
            Optional.ofNullable(patient),
            minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes));
    Set<Suggestion.Kind> wanted =
        kinds == null ? EnumSet.allOf(Suggestion.Kind.class) : EnumSet.copyOf(kinds);
    try (ProgressLine progress = new ProgressLine(terminal)) {
      Suggestions found = suggester.suggest(transcript, note, details, wanted, progress);
      progress.checkCancelled();
      return found;
    }
  }
}
