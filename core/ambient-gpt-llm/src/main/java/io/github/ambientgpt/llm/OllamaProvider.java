package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.provider.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * Language models that <a href="https://ollama.com">Ollama</a> serves, on this machine or another.
 * Settings:
 *
 * <ul>
 *   <li>{@code model}: what {@code ollama list} calls it, such as {@code llama3.2}
 *   <li>{@code url}: {@value #DEFAULT_URL} when not given
 *   <li>{@code key}: only for a server that asks for one
 *   <li>those of {@link ServiceSettings}
 * </ul>
 *
 * The context is what the model's {@code num_ctx} says or else what it was trained for, and Ollama
 * is told to make room for that much of it as a question needs: its own habit is to take 4096
 * tokens and to cut what is longer.
 *
 * @since 0.1.0
 */
public final class OllamaProvider extends ServiceProvider {
  static final String ID = "ollama";
  static final String DEFAULT_URL = "http://127.0.0.1:11434";

  public OllamaProvider() {
    super(ID, "Models that Ollama serves, on this machine or another");
  }

  @Override
  String defaultUrl() {
    return DEFAULT_URL;
  }

  @Override
  String howToNameAModel() {
    return "Name one of Ollama's models with the setting 'model': 'ollama list' shows which it has,"
        + " 'ollama pull llama3.2' gets one.";
  }

  @Override
  Optional<String> howToGetAKey(URI url) {
    return url.getHost().endsWith("ollama.com")
        ? Optional.of("Make a key on ollama.com, and give it with the setting 'key'.")
        : Optional.empty();
  }

  @Override
  ServedModel connect(Service service, Settings settings) {
    Wire wire = new Wire(service);
    return new ServedModel(service, new OllamaDialect(service, wire), Optional.empty());
  }
}
