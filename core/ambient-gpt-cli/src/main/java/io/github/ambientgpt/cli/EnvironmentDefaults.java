package io.github.ambientgpt.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that a person sets once for all commands, as variables of the environment. What stands on
 * the command line counts more.
 */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {
  private static final Map<Class<?>, Map<String, String>> VARIABLES =
      Map.of(
          RecognizerOptions.class,
          Map.of(
              "--engine", "AMBIENT_GPT_ASR",
              "--model", "AMBIENT_GPT_ASR_MODEL",
              "--url", "AMBIENT_GPT_ASR_URL"),
          LanguageModelOptions.class,
          Map.of(
              "--llm", "AMBIENT_GPT_LLM",
              "--llm-model", "AMBIENT_GPT_LLM_MODEL",
              "--llm-url", "AMBIENT_GPT_LLM_URL"));

  @Override
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.userObject() == null) {
      return null;
    }
    return Optional.ofNullable(VARIABLES.get(declaring(option)))
        .map(variables -> variables.get(option.longestName()))
        .map(environment::get)
        .filter(value -> !value.isBlank())
        .orElse(null);
  }

  private static Class<?> declaring(OptionSpec option) {
    return option.userObject() instanceof java.lang.reflect.Field field
        ? field.getDeclaringClass()
        : option.userObject().getClass();
  }
}
