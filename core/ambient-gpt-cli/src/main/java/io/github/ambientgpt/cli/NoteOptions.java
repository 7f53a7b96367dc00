package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.language.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
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
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "markdown",
      description = "markdown, text, json or healthscribe. Default: markdown.")
  NoteFormat format;

  @Mixin LanguageModelOptions model;

  /** Finds what was asked for, before any long work. The result is to be closed. */
  Writer prepare(Terminal terminal) {
    Template shape = templates.all(terminal).get(template);
    Optional<LanguageModel> written = model.create(terminal);
    NotePipeline pipeline = written.map(NotePipeline::with).orElseGet(NotePipeline::builtin);
    return new Writer(terminal, pipeline, shape, format, written);
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
      note.generation()
          .fallback()
          .ifPresent(
              other ->
                  terminal.say(
                      "Written by %s instead of %s: %s"
                          .formatted(
                              other,
                              note.generation().requested(),
                              note.generation().reason().orElse(""))));
      return format.write(note);
    }

    @Override
    public void close() {
      model.ifPresent(LanguageModel::close);
    }
  }
}
