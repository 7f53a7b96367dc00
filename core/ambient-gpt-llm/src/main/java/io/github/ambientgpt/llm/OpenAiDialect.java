package io.github.ambientgpt.llm;

import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's chat completions, as OpenAI, Azure and many servers have them. They differ in what they
 * take: what one refuses is left out from then on.
 */
final class OpenAiDialect implements Dialect {
  private static final String FORMAT = "response_format";

  /** OpenAI's newer models have another name for it; other servers know the old one only. */
  private static final String MOST_TOKENS = "max_tokens";

  private static final String MOST_TOKENS_NOW = "max_completion_tokens";

  /** What servers call the context in their lists of models: vLLM, OpenRouter, Groq, LM Studio. */
  private static final List<String> CONTEXT_FIELDS =
      List.of("max_model_len", "context_length", "context_window", "max_context_length");

  private final Service service;
  private final Wire wire;
  private final OpenAiEndpoint endpoint;
  private final Replies replies;

  OpenAiDialect(Service service, Wire wire, OpenAiEndpoint endpoint) {
    this.service = service;
    this.wire = wire;
    this.endpoint = endpoint;
    this.replies = new Replies(service);
  }

  @Override
  public Answer ask(Prompt prompt, Room room, Set<String> without, Monitor monitor) {
    WatchedHttpClient client =
        new WatchedHttpClient(
            service,
            wire,
            monitor,
            List.of("text/event-stream"),
            request -> leaveOut(without, request));
    var builder =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(client)
            .baseUrl(endpoint.base().toString())
            .customHeaders(endpoint.key())
            .customQueryParams(endpoint.query())
            .modelName(service.model())
            .temperature(service.temperature())
            .strictJsonSchema(prompt.schema().filter(StrictSchema::is).isPresent());
    room.answer().ifPresent(builder::maxTokens);
    Prompt asked = without.contains(FORMAT) ? SchemaInstructions.in(prompt) : prompt;
    return AnswerCollector.ask(builder.build(), asked, client, service);
  }

  private static ObjectNode leaveOut(Set<String> refused, ObjectNode request) {
    JsonNode most = request.get(MOST_TOKENS);
    if (most != null && refused.contains(MOST_TOKENS) && !refused.contains(MOST_TOKENS_NOW)) {
      request.set(MOST_TOKENS_NOW, most);
    }
    return request.remove(refused);
  }

  @Override
  public OptionalInt context(Monitor monitor) {
    if (endpoint.models().isEmpty()) {
      return OptionalInt.empty();
    }
    for (JsonNode model : list(monitor)) {
      if (model.path("id").asString("").equals(service.model())) {
        return context(model, monitor);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt context(JsonNode model, Monitor monitor) {
    for (String field : CONTEXT_FIELDS) {
      if (model.path(field).asInt(0) > 0) {
        return OptionalInt.of(model.path(field).asInt());
      }
    }
    int trained = model.path("meta").path("n_ctx_train").asInt(0);
    return trained > 0 ? llamaCpp(trained, monitor) : OptionalInt.empty();
  }

  /**
   * llama.cpp's list tells what the model was trained for; what it was started with is elsewhere.
   */
  private OptionalInt llamaCpp(int trained, Monitor monitor) {
    URI properties = endpoint.base().resolve("/props");
    try {
      JsonNode answer = get(properties, monitor);
      int started = answer.path("default_generation_settings").path("n_ctx").asInt(0);
      return OptionalInt.of(started > 0 ? started : trained);
    } catch (ServerFault e) {
      return OptionalInt.of(trained);
    }
  }

  @Override
  public Optional<List<String>> models(Monitor monitor) {
    if (endpoint.models().isEmpty()) {
      return Optional.empty();
    }
    JsonNode list = list(monitor);
    List<String> names = new ArrayList<>();
    list.forEach(model -> names.add(model.path("id").asString("")));
    return list.isArray() ? Optional.of(names) : Optional.empty();
  }

  private JsonNode list(Monitor monitor) {
    return get(endpoint.models().orElseThrow(), monitor).path("data");
  }

  private JsonNode get(URI url, Monitor monitor) {
    HttpResponse<WatchedBody> reply = wire.get(url, endpoint.key(), monitor, ServedModel.LOOK);
    return replies.json(reply);
  }

  @Override
  public boolean takesAnyNameForOne() {
    return true;
  }

  @Override
  public String howToGetAModel() {
    return endpoint.howToGetAModel();
  }

  @Override
  public List<OptionalField> optionalFields() {
    return List.of(
        OptionalField.of(MOST_TOKENS),
        new OptionalField(MOST_TOKENS_NOW, "_tokens"), // some name it by its older name
        OptionalField.of("temperature"),
        OptionalField.of("stream_options"),
        OptionalField.of(FORMAT));
  }

  @Override
  public String schemaField() {
    return FORMAT;
  }
}
