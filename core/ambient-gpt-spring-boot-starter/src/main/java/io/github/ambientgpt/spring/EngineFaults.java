package io.github.ambientgpt.spring;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.template.Templates;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with the properties of recognizers, language models, templates and the folder of
 * models. A model that is not there yet is no fault: it can be had while the application runs.
 */
final class EngineFaults {
  private static final String CORRECT = "Correct it, or remove it.";

  private final AmbientGptProperties properties;
  private final List<ConfigurationFault> faults = new ArrayList<>();

  EngineFaults(AmbientGptProperties properties) {
    this.properties = properties;
  }

  /** Each once, in the order in which they were looked for. */
  List<ConfigurationFault> all() {
    return faults.stream().distinct().toList();
  }

  EngineFaults ofFolders() {
    if (!properties.modelsFolder().isBlank()) {
      try {
        Path folder = ModelFolder.of(Settings.of(ModelFolder.SETTING, properties.modelsFolder()));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
          add("models-folder", folder + " is a file.", "Name a folder; it need not be there yet.");
        }
      } catch (InvalidInputException e) {
        add("models-folder", e.getMessage(), "Name a folder; it need not be there yet.");
      }
    }
    if (!properties.templatesFolder().isBlank()) {
      try {
        Templates.builtin().with(Path.of(properties.templatesFolder()));
      } catch (InvalidInputException | InvalidPathException e) {
        add("templates-folder", e.getMessage(), "Mend the files, or name another folder.");
      }
    }
    return this;
  }

  /**
   * @param providers of recordings and of live speech: they share their settings
   * @param complete false while there may be others: then an unknown id is no fault yet
   */
  EngineFaults ofRecognizers(Collection<? extends Provider<?>> providers, boolean complete) {
    ofSettings(
        "recognizers",
        properties.recognizers(),
        providers,
        properties::recognizerSettings,
        complete);
    String chosen = properties.recognizer();
    if (complete && !chosen.isBlank() && idsOf(providers).stream().noneMatch(chosen::equals)) {
      add("recognizer", "There is no recognizer '%s'.".formatted(chosen), oneOf(providers));
    }
    return this;
  }

  EngineFaults ofLanguageModels(Collection<LanguageModelProvider> providers, boolean complete) {
    ofSettings(
        "language-models",
        properties.languageModels(),
        providers,
        properties::languageModelSettings,
        complete);
    if (!properties.writesWithoutModel()) {
      ofChosenModel(providers, complete);
    }
    return this;
  }

  private void ofChosenModel(Collection<LanguageModelProvider> providers, boolean complete) {
    String chosen = properties.languageModel();
    Settings settings = properties.languageModelSettings(chosen);
    for (LanguageModelProvider provider : providers) {
      if (provider.id().equals(chosen)) {
        if (provider.faults(settings).isEmpty()) {
          provider.check(settings).needs().stream()
              .filter(need -> !need.met())
              .forEach(need -> addNeed(chosen, need));
        }
        return;
      }
    }
    if (complete) {
      add(
          "language-model",
          "There is no language model '%s'.".formatted(chosen),
          oneOf(providers) + " Or " + AmbientGptProperties.BUILTIN + ", which needs none.");
    }
  }

  private void addNeed(String id, Need need) {
    add(
        "language-model",
        "'%s' is to write the notes, but lacks %s.".formatted(id, need.what()),
        "%s Its settings stand under %s.language-models.%s."
            .formatted(need.detail(), AmbientGptProperties.PREFIX, id));
  }

  private void ofSettings(
      String kind,
      Map<String, Map<String, String>> byId,
      Collection<? extends Provider<?>> providers,
      Function<String, Settings> settings,
      boolean complete) {
    for (String key : new TreeSet<>(byId.keySet())) {
      List<? extends Provider<?>> meant =
          providers.stream().filter(p -> AmbientGptProperties.same(p.id(), key)).toList();
      if (meant.isEmpty() && complete) {
        add(kind + "." + key, "No provider has the id '%s'.".formatted(key), oneOf(providers));
      }
      for (Provider<?> provider : meant) {
        for (SettingFault fault : provider.faults(settings.apply(provider.id()))) {
          add(kind + "." + key + "." + fault.setting(), fault.message(), CORRECT);
        }
      }
    }
  }

  private void add(String property, String why, String remedy) {
    faults.add(new ConfigurationFault(AmbientGptProperties.PREFIX + "." + property, why, remedy));
  }

  private static String oneOf(Collection<? extends Provider<?>> providers) {
    return providers.isEmpty()
        ? "None is there: add the jar of one to the class path."
        : "There is: %s.".formatted(String.join(", ", idsOf(providers)));
  }

  private static Collection<String> idsOf(Collection<? extends Provider<?>> providers) {
    Stream<String> ids = providers.stream().map(Provider::id);
    return ids.collect(Collectors.toCollection(TreeSet::new));
  }
}
