package io.github.ambientgpt.spring;

import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Stops a start whose configuration has faults, with all of them, before any bean is made. */
final class ConfigurationChecks implements BeanFactoryPostProcessor, PriorityOrdered {
  private final ConfigurableEnvironment environment;

  ConfigurationChecks(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    List<ConfigurationFault> faults = new ArrayList<>();
    for (ConfigurationCheck check :
        SpringFactoriesLoader.forDefaultResourceLocation(beans.getBeanClassLoader())
            .load(ConfigurationCheck.class)) {
      faults.addAll(check.faults(environment));
    }
    faults.addAll(ofEngines(beans));
    if (!faults.isEmpty()) {
      throw new ConfigurationFaultsException(
          faults.stream().distinct().map(this::withOrigin).toList());
    }
  }

  /** Providers that are beans are looked at when they are made: see the auto-configuration. */
  private List<ConfigurationFault> ofEngines(ConfigurableListableBeanFactory beans) {
    AmbientGptProperties properties =
        Binder.get(environment)
            .bindOrCreate(AmbientGptProperties.PREFIX, AmbientGptProperties.class);
    List<Provider<?>> recognizers = new ArrayList<>(Providers.recognizers().all());
    recognizers.addAll(Providers.streamingRecognizers().all());
    boolean allRecognizers =
        none(beans, SpeechRecognizerProvider.class)
            && none(beans, StreamingRecognizerProvider.class);
    return new EngineFaults(properties)
        .ofFolders()
        .ofRecognizers(recognizers, allRecognizers)
        .ofLanguageModels(
            Providers.languageModels().all(), none(beans, LanguageModelProvider.class))
        .all();
  }

  private static boolean none(ConfigurableListableBeanFactory beans, Class<?> type) {
    return beans.getBeanNamesForType(type, true, false).length == 0;
  }

  private ConfigurationFault withOrigin(ConfigurationFault fault) {
    ConfigurationPropertyName name = ConfigurationPropertyName.adapt(fault.property(), '.');
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null && property.getOrigin() != null) {
        return new ConfigurationFault(
            "%s (%s)".formatted(fault.property(), property.getOrigin()),
            fault.why(),
            fault.remedy());
      }
    }
    return fault;
  }
}
