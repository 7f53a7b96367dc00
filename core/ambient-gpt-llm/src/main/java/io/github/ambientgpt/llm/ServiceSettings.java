package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.provider.Settings;

/**
 * The names of the settings that all providers of this package read, beside {@link Settings#MODEL},
 * {@link Settings#URL} and {@link Settings#KEY}.
 *
 * @since 0.1.0
 */
public final class ServiceSettings {
  /**
   * How many tokens question and answer may have together, 256 to 10000000; when not given, what
   * the server says.
   */
  public static final String CONTEXT = "context";

  /** How freely the model writes, 0 to 2; 0 when not given: the likeliest words. */
  public static final String TEMPERATURE = "temperature";

  private ServiceSettings() {}
}
