package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.provider.Settings;

/**
 * The names of the settings that the providers of this package read, beside {@link Settings#MODEL},
 * {@link Settings#URL} and {@link Settings#KEY}.
 *
 * @since 0.1.0
 */
public final class RemoteSettings {
  /** The longest stretch of audio that is sent at once, 5 to 3000 seconds; 30 when not given. */
  public static final String SECONDS = "seconds";

  /** Azure: the region of the resource, such as {@code westeurope}, in place of an address. */
  public static final String REGION = "region";

  /**
   * Azure Speech: {@code fast} for fast transcription, which is the default, or {@code short} for
   * the REST API for short audio.
   */
  public static final String MODE = "mode";

  /** Azure Speech's fast transcription: tell up to so many speakers apart, 2 to 35. */
  public static final String SPEAKERS = "speakers";

  /** Azure OpenAI: the name of the deployment. */
  public static final String DEPLOYMENT = "deployment";

  /** Azure: the version of its API. */
  public static final String API_VERSION = "api-version";

  private RemoteSettings() {}
}
