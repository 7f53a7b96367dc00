package io.github.ambientgpt.api.configuration;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What is set. A value that cannot be read counts as none here: the starter tells of it. */
record Given(Binder binder) {
  static Given in(Environment environment) {
    return new Given(Binder.get(environment));
  }

  <T> Optional<T> value(String property, Class<T> type) {
    try {
      return Optional.ofNullable(binder.bind(property, type).orElse(null));
    } catch (BindException e) {
      return Optional.empty();
    }
  }

  /** Empty when there is none. */
  String text(String property) {
    return value(property, String.class).orElse("").strip();
  }

  boolean has(String property) {
    return !text(property).isEmpty();
  }
}
