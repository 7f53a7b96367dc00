package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.language.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which language model writes, if any. */
final class LanguageModelOptions {
  private static final String BUILTIN = "builtin";

  /** A secret on a command line would stand in the shell's history. */
  private static final String KEY_VARIABLE = "AMBIENT_GPT_LLM_KEY";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

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

  /** To be closed; empty when none was asked for. */
  Optional<LanguageModel> create(Terminal terminal) {
    if (llm.equals(BUILTIN)) {
      if (model != null || url != null) {
        throw new ParameterException(
            spec.commandLine(), "--llm-model and --llm-url need --llm and the name of a model.");
      }
      return Optional.empty();
    }
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
    return Optional.of(models.create(llm, settings));
  }
}
