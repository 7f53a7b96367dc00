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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Ambient GPT Notes in a Spring Boot application: pipeline, checker, templates, and the providers
 * of each kind, which are those on the class path and those that are beans; of one id, the bean. An
 * application's own bean takes the place of any of these.
 */
@AutoConfiguration
public class AmbientGptAutoConfiguration {
  /** Needs no language model. */
  @Bean
  @ConditionalOnMissingBean
  NotePipeline ambientGptNotePipeline() {
    return NotePipeline.builtin();
  }

  @Bean
  @ConditionalOnMissingBean
  Checker ambientGptChecker() {
    return new Checker();
  }

  /** Those that come with the program. */
  @Bean
  @ConditionalOnMissingBean
  Templates ambientGptTemplates() {
    return Templates.builtin();
  }

  @Bean
  @ConditionalOnMissingBean
  Providers<SpeechRecognizer, SpeechRecognizerProvider> ambientGptRecognizers(
      ObjectProvider<SpeechRecognizerProvider> beans) {
    return merged("recognizer", Providers.recognizers(), beans);
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
      ObjectProvider<LanguageModelProvider> beans) {
    return merged("language model", Providers.languageModels(), beans);
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
