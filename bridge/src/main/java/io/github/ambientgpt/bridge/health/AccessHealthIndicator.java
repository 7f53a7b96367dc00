package io.github.ambientgpt.bridge.health;

import io.github.ambientgpt.bridge.security.AccessFilter;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether there is anybody whom the bridge serves. */
@Component
class AccessHealthIndicator implements HealthIndicator {
  private final AccessFilter access;

  AccessHealthIndicator(AccessFilter access) {
    this.access = access;
  }

  @Override
  public Health health() {
    return access.isReady()
        ? Health.up().build()
        : Health.down()
            .withDetail(
                "missing",
                "A token, since the bridge listens beyond this machine: set BRIDGE_TOKEN.")
            .build();
  }
}
