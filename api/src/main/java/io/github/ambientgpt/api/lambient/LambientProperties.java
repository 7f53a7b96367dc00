package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.user.LoginProperties;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The predecessor's routes.
 *
 * @param enabled {@code auto}: in the mode {@code local} alone; {@code true} or {@code false}
 * @param endpointHosts hosts that a client may name as its language model's {@code endpoint},
 *     besides Azure's own; the key that it sends goes there
 * @param liveSessions how many may speak at once
 */
@ConfigurationProperties("ambient-gpt.lambient")
record LambientProperties(
    @DefaultValue("auto") String enabled,
    @DefaultValue List<String> endpointHosts,
    @DefaultValue("8") int liveSessions) {
  LambientProperties {
    endpointHosts =
        endpointHosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
  }

  boolean on(LoginProperties login) {
    return enabled.equals("auto")
        ? login.mode() == LoginProperties.Mode.LOCAL
        : enabled.equals("true");
  }
}
