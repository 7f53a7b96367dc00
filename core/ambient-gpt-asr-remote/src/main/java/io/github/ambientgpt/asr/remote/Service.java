package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.http.Backoff;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that recognizes speech, and how it is spoken with.
 *
 * @param provider the provider's id
 * @param url without a slash at its end
 * @param model as the server calls it; empty when it is not asked for one
 * @param key empty when none was given
 * @param seconds the longest stretch that is sent at once
 * @param timeout how long an answer may take
 * @param client follows no redirection: another host would get the key and the recording
 */
record Service(
    String provider,
    URI url,
    String model,
    Optional<String> key,
    double seconds,
    Duration timeout,
    Backoff backoff,
    HttpClient client) {
  /** With its port if it has one; what a message names. */
  String host() {
    return url.getRawAuthority();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return provider + " at " + host();
  }
}
