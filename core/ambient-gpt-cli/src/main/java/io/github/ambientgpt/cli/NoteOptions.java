package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.pipeline.PipelineOptions;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which note is written, and by whom; and the writing. */
final class NoteOptions {
  @Mixin TemplateOptions templates;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      defaultValue = "SOAP",
      description = "The shape of the note: see 'ambient-gpt templates'. Default: SOAP.")
  String template;

  @Option(
      names = "--length",
      paramLabel = "LENGTH",
      defaultValue = "standard",
      description = "brief, standard or full. Default: standard.")
  NoteLength length;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description = "markdown, text, json or healthscribe. Default: markdown.")
  NoteFormat format;

  @Mixin LanguageModelOptions model;

  @Mixin WritingOptions writing;

  @Mixin PromptOptions prompts;

  /** Finds what was asked for, before any long work. The result is to be closed. */
  Writer prepare(Terminal terminal) {
    Template shape = templates.all(terminal).get(template);
    if (model.isBuiltin()) {
      model.refuseSettings();
      writing.refuseWithoutModel();
      prompts.refuseWithoutModel();
      return new Writer(
          terminal, NotePipeline.builtin().withLength(length), shape, format, Optional.empty());
    }
    PipelineOptions options = writing.options();
    Prompts told = prompts.all(terminal);
    LanguageModel writer = model.create(terminal);
    NotePipeline pipeline = NotePipeline.with(writer, options).withPrompts(told).withLength(length);
    return new Writer(terminal, pipeline, shape, format, Optional.of(writer));
  }

  /** Writes notes of one shape. */
  record Writer(
      Terminal terminal,
      NotePipeline pipeline,
      Template template,
      NoteFormat format,
      Optional<LanguageModel> model)
      implements AutoCloseable {
    String write(Transcript transcript) {
      Note note;
      try (ProgressLine progress = new ProgressLine(terminal)) {
        note = pipeline.write(transcript, template, progress);
        progress.checkCancelled();
      }
      say(note.generation());
      return format.write(note);
    }

    private void say(Generation generation) {
      if (generation.fallback().isPresent()) {
        String way = generation.fallback().get();
        boolean another = way.equals(generation.model());
        terminal.say(
            "Written by %s: %s"
                .formatted(
                    another
                        ? way + " instead of " + generation.requested()
                        : generation.model() + ", " + way,
                    generation.reason().orElse("")));
      }
    }

    @Override
    public void close() {
      model.ifPresent(LanguageModel::close);
    }
  }
}
