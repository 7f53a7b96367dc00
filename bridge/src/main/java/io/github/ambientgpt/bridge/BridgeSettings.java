package io.github.ambientgpt.bridge;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param ollamaUrl where Ollama listens
 * @param timeout how long one answer may take
 */
@ConfigurationProperties("ambient-gpt.bridge")
record BridgeSettings(URI ollamaUrl, Duration timeout) {
  BridgeSettings {
    Objects.requireNonNull(ollamaUrl, "Set OLLAMA_URL, as in http://localhost:11434");
    Objects.requireNonNull(timeout, "Set ambient-gpt.bridge.timeout, as in 120s");
  }
}
