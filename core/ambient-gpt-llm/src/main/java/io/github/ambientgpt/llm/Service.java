package io.github.ambientgpt.llm;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service and how to use it.
 *
 * @param provider the id of the provider
 * @param url without a slash at its end
 * @param model what the service calls it
 * @param context tokens, when a person said so
 * @param patience how long it may be silent
 */
record Service(
    String provider,
    URI url,
    String model,
    Optional<String> key,
    OptionalInt context,
    Duration patience,
    int retries,
    double temperature) {
  /** For messages: host and port, never more of the address. */
  String host() {
    return url.getRawAuthority();
  }

  String name() {
    return provider + "/" + model;
  }

  Service withUrl(URI other) {
    return new Service(provider, other, model, key, context, patience, retries, temperature);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Service[" + name() + " at " + host() + "]";
  }
}
