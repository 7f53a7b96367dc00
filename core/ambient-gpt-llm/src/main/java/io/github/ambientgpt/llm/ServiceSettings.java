package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.provider.Settings;

/**
 * The names of the settings that all providers of this package read, beside {@link Settings#MODEL},
 * {@link Settings#URL} and {@link Settings#KEY}.
 */
public final class ServiceSettings {
  /**
   * How many tokens question and answer may have together, 256 to 10000000; when not given, what
   * the server says.
   */
  public static final String CONTEXT = "context";

  /** Seconds of silence after which a server counts as stalled, 1 to 3600; 300 when not given. */
  public static final String TIMEOUT = "timeout";

  /** How often a question is asked again after a passing fault, 0 to 10; 2 when not given. */
  public static final String RETRIES = "retries";

  /** How freely the model writes, 0 to 2; 0 when not given: the likeliest words. */
  public static final String TEMPERATURE = "temperature";

  /**
   * {@code true} lets a key travel over {@code http://} to another machine, where anybody on the
   * way can read it; {@code false} when not given.
   */
  public static final String PLAIN_HTTP = "plain-http";

  private ServiceSettings() {}
}
