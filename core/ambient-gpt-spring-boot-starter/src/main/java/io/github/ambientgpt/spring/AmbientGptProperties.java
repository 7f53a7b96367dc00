package io.github.ambientgpt.spring;

import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code ambient-gpt.*}. Texts, since what is wrong with them is told in one list
 * with all other faults.
 *
 * @param modelsFolder the folder of speech models; empty for {@code $AMBIENT_GPT_HOME/models}, else
 *     {@code .ambient-gpt/models} in the user's home
 * @param templatesFolder a folder with YAML files of templates of one's own; empty for none
 * @param recognizer the id of the recognizer that is taken when nobody names one; empty for the
 *     first that is ready and keeps the sound on this machine
 * @param languageModel the id of the language model that writes notes; {@value #BUILTIN} needs none
 * @param recognizers settings of recognizers, by id and name, of recordings and live alike
 * @param languageModels settings of language models, by id and name
 * @since 0.1.0
 */
@ConfigurationProperties(AmbientGptProperties.PREFIX)
public record AmbientGptProperties(
    @DefaultValue("") String modelsFolder,
    @DefaultValue("") String templatesFolder,
    @DefaultValue("") String recognizer,
    @DefaultValue(AmbientGptProperties.BUILTIN) String languageModel,
    @DefaultValue Map<String, Map<String, String>> recognizers,
    @DefaultValue Map<String, Map<String, String>> languageModels) {
  static final String PREFIX = "ambient-gpt";

  /** The composer that needs no language model. */
  public static final String BUILTIN = "builtin";

  /** What an environment variable, which has no hyphens, makes of a setting's name. */
  private static final Map<String, String> WITH_HYPHEN =
      Map.of("apiversion", "api-version", "plainhttp", "plain-http");

  public AmbientGptProperties {
    Objects.requireNonNull(modelsFolder, "modelsFolder");
    Objects.requireNonNull(templatesFolder, "templatesFolder");
    Objects.requireNonNull(recognizer, "recognizer");
    Objects.requireNonNull(languageModel, "languageModel");
    recognizers = Map.copyOf(recognizers);
    languageModels = Map.copyOf(languageModels);
  }

  /** Whether a language model is wanted at all. */
  public boolean writesWithoutModel() {
    return languageModel.isBlank() || languageModel.equals(BUILTIN);
  }

  /** What the recognizer of this id is told, the folder of models included; never null. */
  public Settings recognizerSettings(String id) {
    Settings settings = settings(recognizers, id);
    return settings.get(ModelFolder.SETTING).isPresent() || modelsFolder.isBlank()
        ? settings
        : settings.with(ModelFolder.SETTING, modelsFolder);
  }

  /** What the language model of this id is told; never null. */
  public Settings languageModelSettings(String id) {
    return settings(languageModels, id);
  }

  /** Whether a key of a map means this id: an environment variable has no hyphens. */
  static boolean same(String id, String key) {
    return uniform(key).equals(uniform(id));
  }

  private static Settings settings(Map<String, Map<String, String>> byId, String id) {
    Map<String, String> values = new LinkedHashMap<>();
    byId.forEach(
        (key, settings) -> {
          if (same(id, key)) {
            settings.forEach(
                (name, value) -> values.put(WITH_HYPHEN.getOrDefault(name, name), value));
          }
        });
    return new Settings(values);
  }

  private static String uniform(String name) {
    return name.replace("-", "");
  }

  /** Only which engines have settings: a setting may be a key. */
  @Override
  public String toString() {
    return "AmbientGptProperties[recognizers %s, language models %s]"
        .formatted(recognizers.keySet(), languageModels.keySet());
  }
}
