package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Which language model works, if any. */
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
          "The language model: see 'ambient-gpt providers'. Default: builtin, which needs none.")
  String llm;

  @Option(names = "--llm-model", paramLabel = "NAME", description = "Which of its models.")
  String model;

  @Option(
      names = "--llm-url",
      paramLabel = "URL",
      description = "Where it answers. Its key is read from the variable " + KEY_VARIABLE + ".")
  String url;

  @Option(
      names = "--llm-set",
      paramLabel = "NAME=VALUE",
      description =
          "Another setting of the language model, such as context=8192; may be given several times.")
  Map<String, String> settings = new LinkedHashMap<>();

  /** Whether none is needed. */
  boolean isBuiltin() {
    return llm.equals(BUILTIN);
  }

  /** Where no model is needed its settings would be ignored in silence. */
  void refuseSettings() {
    ParseResult given = spec.commandLine().getParseResult();
    if (Stream.of("--llm-model", "--llm-url", "--llm-set").anyMatch(given::hasMatchedOption)) {
      throw new ParameterException(
          spec.commandLine(),
          "--llm-model, --llm-url and --llm-set need --llm and the name of a provider.");
    }
  }

  /** The model that was asked for, to be closed; empty when none was. */
  Optional<LanguageModel> asked(Terminal terminal) {
    if (isBuiltin()) {
      refuseSettings();
      return Optional.empty();
    }
    return Optional.of(create(terminal));
  }

  /** The model, to be closed. */
  LanguageModel create(Terminal terminal) {
    Providers<LanguageModel, LanguageModelProvider> models = Providers.languageModels();
    List<String> names = new ArrayList<>(List.of(BUILTIN));
    models.all().forEach(provider -> names.add(provider.id()));
    if (!names.contains(llm)) {
      throw new UnknownNameException("language model", llm, names);
    }
    return models.create(llm, settings(terminal));
  }

  /** The one that was named, if one was. */
  Optional<Installed.Named> named(Terminal terminal) {
    if (isBuiltin()) {
      refuseSettings();
      return Optional.empty();
    }
    return Optional.of(new Installed.Named(llm, settings(terminal)));
  }

  private Settings settings(Terminal terminal) {
    return new Settings(settings)
        .with(Settings.MODEL, model)
        .with(Settings.URL, url)
        .with(Settings.KEY, terminal.environment().get(KEY_VARIABLE));
  }
}
