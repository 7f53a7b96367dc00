package io.github.ambientgpt.bridge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set, under {@code ambient-gpt.bridge}; the README has the table.
 *
 * @param ollamaUrl where Ollama listens, without a slash at its end
 * @param timeout how long one request may take, waiting included
 * @param slots how many questions Ollama is asked at once, 1 to 64
 * @param queue how many requests may wait besides, 0 to 10000
 * @param context the most tokens that question and answer may have together, 256 to 10000000; less
 *     where a model has less
 * @param defaultModel for requests that name none
 * @param aliases what clients call models, and what Ollama calls them
 * @param pullFrom the registries that models may be pulled from
 * @param token what clients have to show; empty when there is none
 */
@ConfigurationProperties("ambient-gpt.bridge")
public record BridgeSettings(
    URI ollamaUrl,
    Duration timeout,
    int slots,
    int queue,
    int context,
    String defaultModel,
    Map<String, String> aliases,
    List<String> pullFrom,
    String token) {
  public BridgeSettings {
    check(
        ollamaUrl != null
            && List.of("http", "https").contains(String.valueOf(ollamaUrl.getScheme()))
            && ollamaUrl.getHost() != null
            && ollamaUrl.getUserInfo() == null,
        "OLLAMA_URL needs an address such as http://localhost:11434, without a login in it");
    ollamaUrl = URI.create(ollamaUrl.toString().replaceFirst("/+$", ""));
    check(
        timeout != null && timeout.compareTo(Duration.ofMillis(1)) >= 0,
        "BRIDGE_TIMEOUT needs a time such as 120s");
    check(slots >= 1 && slots <= 64, "BRIDGE_SLOTS needs a number from 1 to 64");
    check(queue >= 0 && queue <= 10_000, "BRIDGE_QUEUE needs a number from 0 to 10000");
    check(
        context >= 256 && context <= 10_000_000,
        "BRIDGE_CONTEXT needs a number of tokens from 256 to 10000000");
    check(
        defaultModel != null && !defaultModel.isBlank(),
        "BRIDGE_MODEL needs the name of a model, such as gemma3-4b");
    aliases = Map.copyOf(Objects.requireNonNullElse(aliases, Map.of()));
    pullFrom = List.copyOf(Objects.requireNonNullElse(pullFrom, List.of()));
    token = token == null ? "" : token.strip();
    check(
        token.isEmpty() || token.length() >= 16,
        "BRIDGE_TOKEN needs at least 16 characters, such as 'openssl rand -hex 24' prints");
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "BridgeSettings[%s, %d slots, %d seats]"
        .formatted(ollamaUrl.getAuthority(), slots, queue);
  }
}
