package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.spring.AmbientGptProperties;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which language model a client means. One may bring an endpoint and a key; they are used only for
 * Azure's own hosts and those that the properties name, so that nobody makes this service call
 * whatever it can reach. A key of this service's own is never sent to an endpoint of a client's.
 */
@Component
class ModelChoice {
  private static final String BRIDGE = "bridge";
  private static final String AZURE = "azure";
  private static final String DEFAULT_DEPLOYMENT = "gpt-4o";
  private static final List<String> AZURE_HOSTS =
      List.of(".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com");

  private final Providers<LanguageModel, LanguageModelProvider> models;
  private final AmbientGptProperties properties;
  private final LambientProperties lambient;

  ModelChoice(
      Providers<LanguageModel, LanguageModelProvider> models,
      AmbientGptProperties properties,
      LambientProperties lambient) {
    this.models = models;
    this.properties = properties;
    this.lambient = lambient;
  }

  /** What was asked for cannot be had. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(Throwable cause) {
      super("The language model that was asked for is not available", cause);
    }

    Unavailable() {
      this(null);
    }
  }

  /**
   * @return to be closed; empty for this service's own writer
   * @throws Unavailable when it is not allowed, or not ready
   */
  Optional<LanguageModel> of(NotesRequest request) {
    if (request.useLocal()) {
      Settings settings = properties.languageModelSettings(BRIDGE);
      return Optional.of(
          create(
              BRIDGE,
              request.localModel().isBlank()
                  ? settings
                  : settings.with(Settings.MODEL, request.localModel().strip())));
    }
    if (request.endpoint().isBlank() && request.apiKey().isBlank()) {
      return Optional.empty();
    }
    if (request.endpoint().isBlank()
        || request.apiKey().isBlank()
        || !isAllowed(request.endpoint())) {
      throw new Unavailable();
    }
    Settings settings =
        Settings.of(Settings.URL, request.endpoint().strip())
            .with(Settings.KEY, request.apiKey().strip())
            .with(
                "deployment",
                request.model().isBlank() ? DEFAULT_DEPLOYMENT : request.model().strip());
    return Optional.of(
        create(
            AZURE,
            request.apiVersion().isBlank()
                ? settings
                : settings.with("api-version", request.apiVersion().strip())));
  }

  private LanguageModel create(String id, Settings settings) {
    try {
      return models.create(id, settings);
    } catch (AmbientGptException e) {
      throw new Unavailable(e);
    }
  }

  private boolean isAllowed(String endpoint) {
    try {
      URI uri = URI.create(endpoint.strip());
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      if (lambient.endpointHosts().contains(host)) {
        return true;
      }
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getPort() < 0
          && AZURE_HOSTS.stream().anyMatch(host::endsWith)
          && !PrivateAddresses.leadsTo(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
