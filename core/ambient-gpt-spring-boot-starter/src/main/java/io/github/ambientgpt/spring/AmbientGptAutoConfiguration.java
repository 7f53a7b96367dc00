package io.github.ambientgpt.spring;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.template.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Ambient GPT Notes in a Spring Boot application: pipeline, checker, templates, and the providers
 * of each kind, which are those on the class path and those that are beans; of one id, the bean. An
 * application's own bean takes the place of any of these.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@EnableConfigurationProperties(AmbientGptProperties.class)
public class AmbientGptAutoConfiguration {
  @Bean
  static ConfigurationChecks ambientGptConfigurationChecks(ConfigurableEnvironment environment) {
    return new ConfigurationChecks(environment);
  }

  /** Writes with the language model that the properties name, or with none. */
  @Bean
  @ConditionalOnMissingBean
  NotePipeline ambientGptNotePipeline(ChosenLanguageModel chosen) {
    return chosen.model().map(NotePipeline::with).orElseGet(NotePipeline::builtin);
  }

  @Bean
  ChosenLanguageModel ambientGptChosenLanguageModel(
      AmbientGptProperties properties,
      Providers<LanguageModel, LanguageModelProvider> languageModels) {
    String id = properties.languageModel();
    return new ChosenLanguageModel(
        properties.writesWithoutModel()
            ? Optional.empty()
            : Optional.of(languageModels.create(id, properties.languageModelSettings(id))));
  }

  @Bean
  @ConditionalOnMissingBean
  Checker ambientGptChecker() {
    return new Checker();
  }

  /** Those that come with the program, and those of the folder that the properties name. */
  @Bean
  @ConditionalOnMissingBean
  Templates ambientGptTemplates(AmbientGptProperties properties) {
    return properties.templatesFolder().isBlank()
        ? Templates.builtin()
        : Templates.builtin().with(Path.of(properties.templatesFolder()));
  }

  @Bean
  @ConditionalOnMissingBean
  Providers<SpeechRecognizer, SpeechRecognizerProvider> ambientGptRecognizers(
      AmbientGptProperties properties,
      ObjectProvider<SpeechRecognizerProvider> beans,
      ObjectProvider<StreamingRecognizerProvider> streaming) {
    Providers<SpeechRecognizer, SpeechRecognizerProvider> merged =
        merged("recognizer", Providers.recognizers(), beans);
    List<Provider<?>> all = new ArrayList<>(merged.all());
    all.addAll(merged("streaming recognizer", Providers.streamingRecognizers(), streaming).all());
    requireNone(new EngineFaults(properties).ofRecognizers(all, true));
    return merged;
  }

  @Bean
  @ConditionalOnMissingBean
  Providers<StreamingRecognizer, StreamingRecognizerProvider> ambientGptStreamingRecognizers(
      ObjectProvider<StreamingRecognizerProvider> beans) {
    return merged("streaming recognizer", Providers.streamingRecognizers(), beans);
  }

  @Bean
  @ConditionalOnMissingBean
  Providers<LanguageModel, LanguageModelProvider> ambientGptLanguageModels(
      AmbientGptProperties properties, ObjectProvider<LanguageModelProvider> beans) {
    Providers<LanguageModel, LanguageModelProvider> merged =
        merged("language model", Providers.languageModels(), beans);
    requireNone(new EngineFaults(properties).ofLanguageModels(merged.all(), true));
    return merged;
  }

  private static void requireNone(EngineFaults faults) {
    if (!faults.all().isEmpty()) {
      throw new ConfigurationFaultsException(faults.all());
    }
  }

  private static <T, P extends Provider<T>> Providers<T, P> merged(
      String what, Providers<T, P> onClassPath, ObjectProvider<P> beans) {
    Map<String, P> byId =
        Stream.concat(onClassPath.all().stream(), beans.orderedStream())
            .collect(
                Collectors.toMap(
                    Provider::id, Function.identity(), (found, bean) -> bean, LinkedHashMap::new));
    return new Providers<>(what, byId.values());
  }
}
