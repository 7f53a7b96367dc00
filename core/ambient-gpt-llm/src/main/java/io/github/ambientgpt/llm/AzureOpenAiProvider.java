package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.net.URI;
import java.util.Optional;

/**
 * Language models that are deployed in Azure OpenAI. Settings:
 *
 * <ul>
 *   <li>{@code url}: the resource's endpoint, {@code https://NAME.openai.azure.com}
 *   <li>{@code key}: one of the resource's two keys
 *   <li>{@value #DEPLOYMENT}: the deployment's name; {@code model} when not given
 *   <li>{@code model}: the model behind the deployment, such as {@code gpt-4o}: its tokens are
 *       counted exactly when it is named here or by the deployment
 *   <li>{@value #API_VERSION}: {@value #DEFAULT_API_VERSION} when not given; answers are bound to a
 *       schema from 2024-08-01-preview on
 *   <li>those of {@link ServiceSettings}
 * </ul>
 *
 * Azure does not tell the context: set {@code context}.
 *
 * @since 0.1.0
 */
public final class AzureOpenAiProvider extends ServiceProvider {
  public static final String DEPLOYMENT = "deployment";
  public static final String API_VERSION = "api-version";

  static final String ID = "azure";
  static final String DEFAULT_API_VERSION = "2024-10-21";

  public AzureOpenAiProvider() {
    super(ID, "Models that are deployed in Azure OpenAI", DEPLOYMENT, API_VERSION);
  }

  @Override
  String defaultUrl() {
    return "";
  }

  @Override
  String exampleUrl() {
    return "https://NAME.openai.azure.com";
  }

  @Override
  String howToNameAModel() {
    return "Name a deployment of your Azure OpenAI resource with the setting 'deployment'.";
  }

  /** What Azure calls it. */
  @Override
  Optional<String> model(SettingsReader reader) {
    reader.plainWord(API_VERSION);
    Optional<String> model = reader.plainWord(Settings.MODEL);
    return reader.plainWord(DEPLOYMENT).or(() -> model);
  }

  @Override
  Optional<String> howToGetAKey(URI url) {
    return Optional.of(
        "Take one of the keys under 'Keys and Endpoint' of your Azure OpenAI resource, and give it"
            + " with the setting 'key'.");
  }

  @Override
  Optional<String> faultOf(URI url) {
    return url.getRawPath().contains("/deployments/")
        ? Optional.of(
            "The setting 'url' is the endpoint alone, as in https://NAME.openai.azure.com: what"
                + " follows belongs into 'deployment' and 'api-version'.")
        : Optional.empty();
  }

  @Override
  ServedModel connect(Service service, Settings settings) {
    String version = settings.get(API_VERSION).map(String::strip).orElse(DEFAULT_API_VERSION);
    String counted = settings.get(Settings.MODEL).map(String::strip).orElse(service.model());
    Wire wire = new Wire(service);
    return new ServedModel(
        service,
        new OpenAiDialect(service, wire, OpenAiEndpoint.azure(service, version)),
        OpenAiTokens.of(counted));
  }
}
