package io.github.ambientgpt.api.model;

import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.speechmodel.ModelCatalogue;
import io.github.ambientgpt.speechmodel.ModelSource;
import io.github.ambientgpt.speechmodel.ModelStore;
import io.github.ambientgpt.spring.AmbientGptProperties;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class ModelConfiguration {
  @Bean
  ModelCatalogue modelCatalogue() {
    return ModelCatalogue.builtin();
  }

  @Bean
  ModelStore modelStore(AmbientGptProperties properties, ModelCatalogue catalogue) {
    Settings settings =
        properties.modelsFolder().isBlank()
            ? Settings.NONE
            : Settings.of(ModelFolder.SETTING, properties.modelsFolder());
    return new ModelStore(ModelFolder.of(settings), catalogue);
  }

  /** Only who downloads needs it: an HTTP client reads all certificates that Java trusts. */
  @Bean
  @Lazy
  ModelSource modelSource(Environment environment) {
    return ModelSource.of(
        Optional.ofNullable(environment.getProperty(ModelSource.MIRROR)), System.getenv());
  }
}
