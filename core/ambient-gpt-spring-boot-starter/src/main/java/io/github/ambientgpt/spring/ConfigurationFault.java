package io.github.ambientgpt.spring;

import java.util.Objects;

/**
 * One thing that is wrong with a configuration.
 *
 * @param property its name, such as {@code ambient-gpt.recognizers.whisper.threads}
 * @param why a sentence; it shows no value that may be a secret
 * @param remedy what to set instead, a sentence
 * @since 0.1.0
 */
public record ConfigurationFault(String property, String why, String remedy) {
  public ConfigurationFault {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(remedy, "remedy");
  }
}
