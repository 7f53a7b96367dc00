package io.github.ambientgpt.bridge.chat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ambientgpt.bridge.ollama.Question.Message;
import io.github.ambientgpt.bridge.problem.InvalidRequestException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What OpenAI's clients send. What would change the answer and cannot be done here is refused; what
 * would not (such as {@code user} or {@code metadata}) is left aside.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ChatRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "gemma3-4b") String model,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            types = "array",
            description = "Each with `role` (system, developer, user, assistant) and `content`")
        JsonNode messages,
    Boolean stream,
    @JsonProperty("stream_options") JsonNode streamOptions,
    @JsonProperty("response_format") JsonNode responseFormat,
    Double temperature,
    @JsonProperty("top_p") Double topP,
    @JsonProperty("frequency_penalty") Double frequencyPenalty,
    @JsonProperty("presence_penalty") Double presencePenalty,
    Integer seed,
    @Schema(types = {"string", "array"}) JsonNode stop,
    @JsonProperty("max_tokens") Integer maxTokens,
    @JsonProperty("max_completion_tokens") Integer maxCompletionTokens,
    Integer n,
    JsonNode tools,
    JsonNode functions,
    Boolean logprobs,
    JsonNode modalities) {
  ChatRequest {
    refuse("model", model == null || model.isBlank(), "is needed");
    refuse("messages", messages == null || !messages.isArray() || messages.isEmpty(), "is needed");
    refuse("n", n != null && n != 1, "can only be 1 here");
    refuse("tools", isThere(tools), "is not served here");
    refuse("functions", isThere(functions), "is not served here");
    refuse("logprobs", Boolean.TRUE.equals(logprobs), "is not served here");
    refuse(
        "modalities",
        isThere(modalities) && !modalities.toString().equals("[\"text\"]"),
        "can only be [\"text\"] here");
  }

  private static boolean isThere(JsonNode node) {
    return node != null && !node.isNull() && !node.isEmpty();
  }

  private static void refuse(String field, boolean wrong, String why) {
    if (wrong) {
      throw new InvalidRequestException(field, "The field '%s' %s.".formatted(field, why));
    }
  }

  boolean streams() {
    return Boolean.TRUE.equals(stream);
  }

  boolean wantsUsage() {
    return streamOptions != null && streamOptions.path("include_usage").asBoolean(false);
  }

  /** In Ollama's words; it knows no developers. */
  List<Message> conversation() {
    List<Message> all = new ArrayList<>();
    for (JsonNode message : messages) {
      String role = message.path("role").asString("");
      refuse(
          "messages",
          !List.of("system", "developer", "user", "assistant").contains(role),
          "has a role that is not served here");
      all.add(
          new Message(role.equals("developer") ? "system" : role, text(message.path("content"))));
    }
    return all;
  }

  private static String text(JsonNode content) {
    if (content.isString()) {
      return content.asString();
    }
    refuse("messages", !content.isArray(), "has a message without a text");
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      refuse(
          "messages",
          !part.path("type").asString("").equals("text") || !part.path("text").isString(),
          "has a part that is no text, which is not served here");
      text.append(part.path("text").asString());
    }
    return text.toString();
  }

  /** In Ollama's words; {@code null} for free text. */
  JsonNode format() {
    if (responseFormat == null || responseFormat.isNull()) {
      return null;
    }
    return switch (responseFormat.path("type").asString("")) {
      case "text" -> null;
      case "json_object" -> StringNode.valueOf("json");
      case "json_schema" -> {
        JsonNode schema = responseFormat.at("/json_schema/schema");
        refuse("response_format", !schema.isObject(), "has no schema");
        yield schema;
      }
      default ->
          throw new InvalidRequestException(
              "response_format",
              "The field 'response_format' has a type other than text, json_object and json_schema.");
    };
  }

  /** In Ollama's words. */
  Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    put(options, "temperature", temperature);
    put(options, "top_p", topP);
    put(options, "frequency_penalty", frequencyPenalty);
    put(options, "presence_penalty", presencePenalty);
    put(options, "seed", seed);
    put(options, "num_predict", maxCompletionTokens != null ? maxCompletionTokens : maxTokens);
    put(options, "stop", stop == null || stop.isNull() ? null : stops());
    return options;
  }

  private List<String> stops() {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : stop.isArray() ? stop : List.of(stop)) {
      refuse("stop", !text.isString(), "must be a text or some");
      texts.add(text.asString());
    }
    return texts;
  }

  private static void put(Map<String, Object> options, String name, Object value) {
    if (value != null) {
      options.put(name, value);
    }
  }

  /** Without the texts: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "ChatRequest[" + messages.size() + " messages]";
  }
}
