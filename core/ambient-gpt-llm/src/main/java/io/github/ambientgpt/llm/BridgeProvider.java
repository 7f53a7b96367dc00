package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.net.URI;
import java.util.Optional;

/**
 * Language models behind the bridge, this project's service in front of Ollama, or the
 * predecessor's ({@code POST /generate_note}). Settings:
 *
 * <ul>
 *   <li>{@code model}: {@value #DEFAULT_MODEL} when not given; the bridge makes Ollama's name of it
 *   <li>{@code url}: {@value #DEFAULT_URL} when not given; {@code /generate_note} at its end is
 *       understood
 *   <li>{@code key}: the bridge's token, if it has one
 *   <li>those of {@link ServiceSettings}
 * </ul>
 *
 * The bridge does not tell its context and refuses what is longer: set {@code context}, and a visit
 * that is longer is split. The predecessor's neither streams nor binds an answer to a schema.
 *
 * @since 0.1.0
 */
public final class BridgeProvider extends ServiceProvider {
  static final String ID = "bridge";
  static final String DEFAULT_URL = "http://127.0.0.1:8001";
  static final String DEFAULT_MODEL = "gemma3-4b";

  public BridgeProvider() {
    super(ID, "Models behind the bridge, the service in front of Ollama");
  }

  @Override
  String defaultUrl() {
    return DEFAULT_URL;
  }

  @Override
  Optional<String> model(SettingsReader reader) {
    return Optional.of(super.model(reader).orElse(DEFAULT_MODEL));
  }

  @Override
  String howToNameAModel() {
    return "Name a model with the setting 'model', such as " + DEFAULT_MODEL + ".";
  }

  @Override
  Optional<String> howToGetAKey(URI url) {
    return Optional.empty();
  }

  @Override
  ServedModel connect(Service service, Settings settings) {
    String url = service.url().toString();
    Service based =
        service.withUrl(
            URI.create(
                url.endsWith(LambientDialect.ROUTE)
                    ? url.substring(0, url.length() - LambientDialect.ROUTE.length())
                    : url));
    return new ServedModel(based, new BridgeDialect(based, new Wire(based)), Optional.empty());
  }
}
