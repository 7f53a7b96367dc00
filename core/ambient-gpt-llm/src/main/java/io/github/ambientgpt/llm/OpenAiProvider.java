package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.provider.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * Language models behind OpenAI's chat completions: OpenAI's own, and those of vLLM, llama.cpp, LM
 * Studio and others that speak like it. Settings:
 *
 * <ul>
 *   <li>{@code model}: what the server calls it, such as {@code gpt-4o}
 *   <li>{@code url}: {@value #DEFAULT_URL} when not given; {@code /v1} is added to an address
 *       without a path
 *   <li>{@code key}: OpenAI wants one, servers of your own mostly do not
 *   <li>those of {@link ServiceSettings}
 * </ul>
 *
 * The context is what the server's list of models says, if it does; OpenAI's does not: set {@code
 * context}, or a long visit is sent whole and may be refused.
 *
 * @since 0.1.0
 */
public final class OpenAiProvider extends ServiceProvider {
  static final String ID = "openai";
  static final String DEFAULT_URL = "https://api.openai.com/v1";

  public OpenAiProvider() {
    super(ID, "OpenAI, and servers that speak like it: vLLM, llama.cpp, LM Studio");
  }

  @Override
  String defaultUrl() {
    return DEFAULT_URL;
  }

  @Override
  String howToNameAModel() {
    return "Name a model of the server with the setting 'model', such as gpt-4o.";
  }

  @Override
  Optional<String> howToGetAKey(URI url) {
    return url.getHost().endsWith("openai.com")
        ? Optional.of(
            "Make a key on platform.openai.com and give it with the setting 'key'; for a server of"
                + " your own set 'url'.")
        : Optional.empty();
  }

  @Override
  ServedModel connect(Service service, Settings settings) {
    URI given = service.url();
    Service based =
        given.getRawPath().isEmpty() ? service.withUrl(URI.create(given + "/v1")) : service;
    Wire wire = new Wire(based);
    return new ServedModel(
        based,
        new OpenAiDialect(based, wire, OpenAiEndpoint.openAi(based)),
        OpenAiTokens.of(based.model()));
  }
}
