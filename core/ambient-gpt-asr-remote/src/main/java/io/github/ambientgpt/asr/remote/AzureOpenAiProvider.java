package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recognizes speech with a Whisper model that is deployed in Azure OpenAI. Settings: {@code url} of
 * the resource, {@code key}, {@code deployment} (or {@code model}), {@code api-version} ({@value
 * #DEFAULT_API_VERSION}), and those of {@link RemoteSettings} that are for all.
 *
 * @since 0.1.0
 */
public final class AzureOpenAiProvider extends RemoteProvider {
  static final String ID = "azure-openai";
  static final String DEFAULT_API_VERSION = "2024-10-21";

  private static final String DEPLOYMENT_NEED = "a deployment";

  public AzureOpenAiProvider() {
    super(
        ID,
        "A Whisper model that is deployed in Azure OpenAI",
        RemoteSettings.DEPLOYMENT,
        RemoteSettings.API_VERSION);
  }

  @Override
  Optional<String> url(Settings settings) {
    return settings.get(Settings.URL);
  }

  @Override
  String howToNameTheAddress() {
    return "Say with the setting 'url' the endpoint of your Azure OpenAI resource, as in"
        + " https://NAME.openai.azure.com.";
  }

  @Override
  Optional<String> howToGetAKey(URI url) {
    return Optional.of(
        "Take one of the keys under 'Keys and Endpoint' of your Azure OpenAI resource, and give it"
            + " with the setting 'key' (on the command line: the variable AMBIENT_GPT_ASR_KEY).");
  }

  @Override
  List<Need> further(Settings settings) {
    String deployment = model(settings);
    return List.of(
        deployment.isEmpty()
            ? Need.missing(
                DEPLOYMENT_NEED,
                "Name a deployment of a Whisper model with the setting 'deployment'.")
            : Need.met(DEPLOYMENT_NEED, deployment));
  }

  @Override
  String model(Settings settings) {
    return settings
        .get(RemoteSettings.DEPLOYMENT)
        .or(() -> settings.get(Settings.MODEL))
        .map(String::strip)
        .orElse("");
  }

  @Override
  Function<Service, Dialect> dialects(SettingsReader reader) {
    reader.plainWord(RemoteSettings.DEPLOYMENT);
    reader.plainWord(Settings.MODEL);
    String version = reader.plainWord(RemoteSettings.API_VERSION).orElse(DEFAULT_API_VERSION);
    return service -> OpenAiDialect.azure(service, version);
  }
}
