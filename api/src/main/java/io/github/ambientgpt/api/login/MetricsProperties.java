package io.github.ambientgpt.api.login;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read the figures at {@code /actuator/prometheus}.
 *
 * @param token that a scraper sends as Authorization: Bearer; while it is empty only this machine
 *     may
 */
@ConfigurationProperties("ambient-gpt.metrics")
record MetricsProperties(@DefaultValue("") String token) {
  /** Without the token. */
  @Override
  public String toString() {
    return "MetricsProperties";
  }
}
