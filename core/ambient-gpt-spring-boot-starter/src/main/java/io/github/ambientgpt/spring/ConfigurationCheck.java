package io.github.ambientgpt.spring;

import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks for faults in a part of a configuration, before any bean is made. An application adds its
 * own, with a constructor without parameters, under this interface's name in {@code
 * META-INF/spring.factories}, and they are told in one list with all others.
 *
 * @since 0.1.0
 */
public interface ConfigurationCheck {
  /**
   * Opens nothing and changes nothing.
   *
   * @return empty when nothing is wrong
   */
  List<ConfigurationFault> faults(ConfigurableEnvironment environment);
}
