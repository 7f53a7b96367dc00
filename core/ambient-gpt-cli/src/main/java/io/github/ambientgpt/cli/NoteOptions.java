package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.language.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which note is written, and by whom; and the writing. */
final class NoteOptions {
  private static final String BUILTIN = "builtin";

  /** A secret on a command line would stand in the shell's history. */
  private static final String KEY_VARIABLE = "AMBIENT_GPT_LLM_KEY";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

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

  @Option(
      names = "--llm",
      paramLabel = "NAME",
      defaultValue = BUILTIN,
      description =
          "The language model that writes: see 'ambient-gpt providers'. Default: builtin, which"
              + " needs none.")
  String llm;

  @Option(names = "--llm-model", paramLabel = "NAME", description = "Which of its models.")
  String model;

  @Option(
      names = "--llm-url",
      paramLabel = "URL",
      description = "Where it answers. Its key is read from the variable " + KEY_VARIABLE + ".")
  String url;

  /** Finds what was asked for, before any long work. The result is to be closed. */
  Writer prepare(Terminal terminal) {
    Template shape = templates.all(terminal).get(template);
    if (llm.equals(BUILTIN)) {
      if (model != null || url != null) {
        throw new ParameterException(
            spec.commandLine(), "--llm-model and --llm-url need --llm and the name of a model.");
      }
      return new Writer(terminal, NotePipeline.builtin().withLength(length), shape, format, null);
    }
    LanguageModel written = languageModel(terminal);
    return new Writer(
        terminal, NotePipeline.with(written).withLength(length), shape, format, written);
  }

  private LanguageModel languageModel(Terminal terminal) {
    Providers<LanguageModel, LanguageModelProvider> models = Providers.languageModels();
    List<String> names = new ArrayList<>(List.of(BUILTIN));
    models.all().forEach(provider -> names.add(provider.id()));
    if (!names.contains(llm)) {
      throw new UnknownNameException("language model", llm, names);
    }
    Settings settings =
        Settings.NONE
            .with(Settings.MODEL, model)
            .with(Settings.URL, url)
            .with(Settings.KEY, terminal.environment().get(KEY_VARIABLE));
    return models.create(llm, settings);
  }

  /** Writes notes of one shape. */
  record Writer(
      Terminal terminal,
      NotePipeline pipeline,
      Template template,
      NoteFormat format,
      LanguageModel model)
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
      if (model != null) {
        model.close();
      }
    }
  }
}
