package io.github.ambientgpt.llm;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where chat completions are, and how a key is shown there.
 *
 * @param base what {@code /chat/completions} follows
 * @param key headers; empty when there is no key
 * @param query what follows the question mark of every address
 * @param models the list of models, when it is one of models that can be asked
 * @param howToGetAModel a sentence
 */
record OpenAiEndpoint(
    URI base,
    Map<String, String> key,
    Map<String, String> query,
    Optional<URI> models,
    String howToGetAModel) {
  static OpenAiEndpoint openAi(Service service) {
    return new OpenAiEndpoint(
        service.url(),
        Wire.bearer(service),
        Map.of(),
        Optional.of(URI.create(service.url() + "/models")),
        "Name another with the setting 'model'.");
  }

  /** Azure's list is of models that could be deployed, not of deployments. */
  static OpenAiEndpoint azure(Service service, String apiVersion) {
    return new OpenAiEndpoint(
        URI.create(service.url() + "/openai/deployments/" + service.model()),
        service.key().map(key -> Map.of("api-key", key)).orElse(Map.of()),
        Map.of("api-version", apiVersion),
        Optional.empty(),
        "Name a deployment of this resource with the setting 'deployment'; a new one takes some"
            + " minutes to appear.");
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "OpenAiEndpoint[" + base.getRawAuthority() + "]";
  }
}
