package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.pipeline.CleanedTranscript;
import io.github.ambientgpt.core.pipeline.TranscriptCleaner;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A transcript in; out, the same one cleaned, with what was changed. */
@Command(
    name = "clean",
    description = {
      "Cleans a transcript and shows what was changed: takes out fillers and false starts; with a"
          + " language model also corrects misheard terms and grammar.",
      "A correction that would alter a number, a negation, a side or a drug is refused."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt clean visit.txt",
      "  ambient-gpt clean --llm ollama --llm-model llama3.2 --format text visit.txt"
    })
final class CleanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin LanguageModelOptions model;

  @Mixin PromptOptions prompts;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description =
          "markdown (~~removed~~ **added**), text (the cleaned transcript, which 'note' reads) or"
              + " json (both). Default: markdown.")
  CleanedFormat format;

  @Mixin OutputOption output;

  @Mixin TranscriptParameter transcriptFile;

  CleanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Input input = transcriptFile.input();
    Output target = output.target(input);
    if (model.isBuiltin()) {
      model.refuseSettings();
      prompts.refuseWithoutModel();
      clean(input, target, TranscriptCleaner.builtin());
    } else {
      Prompts told = prompts.all(terminal);
      try (LanguageModel corrector = model.create(terminal)) {
        clean(input, target, TranscriptCleaner.with(corrector, told));
      }
    }
    return ExitCode.OK;
  }

  private void clean(Input input, Output target, TranscriptCleaner cleaner) {
    try (ProgressLine progress = new ProgressLine(terminal)) {
      Transcript transcript = input.transcript(terminal);
      CleanedTranscript cleaned = cleaner.run(transcript, progress);
      progress.checkCancelled();
      if (cleaned.fallback().isPresent()) {
        terminal.say("Cleaned without %s: %s".formatted(model.llm, cleaned.fallback().get()));
      }
      target.write(terminal, format.write(cleaned));
    }
  }
}
