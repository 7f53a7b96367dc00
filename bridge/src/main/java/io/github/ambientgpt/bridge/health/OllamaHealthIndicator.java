package io.github.ambientgpt.bridge.health;

import io.github.ambientgpt.bridge.ollama.Ollama;
import io.github.ambientgpt.bridge.problem.BridgeException;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether Ollama answers and has a model; if not, what is missing. Readiness, never liveness. */
@Component
class OllamaHealthIndicator implements HealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String MISSING = "missing";

  private final Ollama ollama;

  OllamaHealthIndicator(Ollama ollama) {
    this.ollama = ollama;
  }

  @Override
  public Health health() {
    try {
      int models = ollama.models(PATIENCE).size();
      return models > 0
          ? Health.up().withDetail("models", models).build()
          : Health.down()
              .withDetail(
                  MISSING,
                  "Ollama has no model: get one with 'ollama pull gemma3:4b', or by POST /api/v1/models.")
              .build();
    } catch (BridgeException e) {
      return Health.down().withDetail(MISSING, e.getMessage()).build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.unknown().build();
    }
  }
}
