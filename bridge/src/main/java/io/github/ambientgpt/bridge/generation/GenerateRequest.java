package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.problem.InvalidRequestException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * @param prompt what to answer
 * @param model an alias or what Ollama calls it; the configured one when {@code null}
 * @param system instructions; those of the model's own file when {@code null}
 * @param json whether the answer is to be JSON of any shape; {@code null} is false
 * @param schema the JSON schema that binds the answer; {@code null} for none
 */
record GenerateRequest(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            minLength = 1,
            description = "What to answer",
            example = "Write a note: I have had a dry cough for two weeks.")
        String prompt,
    @Schema(description = "An alias or what Ollama calls it", example = "gemma3-4b") String model,
    @Schema(description = "Instructions; without, those of the model's own file") String system,
    @Schema(description = "Whether the answer is to be JSON of any shape", defaultValue = "false")
        Boolean json,
    @Schema(types = "object", description = "A JSON schema that binds the answer") JsonNode schema,
    @Schema(minimum = "0", maximum = "2") Double temperature,
    @Schema(description = "The same seed, model and prompt give the same answer") Integer seed,
    @Schema(minimum = "1", maximum = "1000000", description = "The longest answer")
        Integer maxTokens,
    @Schema(description = "Texts before which the answer ends") List<String> stop,
    @Schema(
            minimum = "0",
            exclusiveMinimumValue = 0,
            description = "Seconds for waiting and answering together; at most BRIDGE_TIMEOUT")
        Double deadlineSeconds) {
  private static final int STOPS = 16;

  GenerateRequest {
    check("prompt", prompt != null && !prompt.isBlank(), "is needed and must not be empty");
    check(
        "schema", schema == null || schema.isNull() || schema.isObject(), "must be a JSON object");
    schema = schema == null || schema.isNull() ? null : schema;
    check("json", schema == null || !Boolean.FALSE.equals(json), "cannot be false beside a schema");
    check("temperature", temperature == null || temperature >= 0 && temperature <= 2, "is 0 to 2");
    check(
        "maxTokens",
        maxTokens == null || maxTokens >= 1 && maxTokens <= 1_000_000,
        "is 1 to 1000000");
    stop = stop == null ? List.of() : List.copyOf(stop.stream().filter(Objects::nonNull).toList());
    check("stop", stop.size() <= STOPS, "has at most " + STOPS + " texts");
    check(
        "deadlineSeconds",
        deadlineSeconds == null || deadlineSeconds > 0 && deadlineSeconds <= 86_400,
        "is more than 0 and at most 86400");
  }

  private static void check(String field, boolean good, String otherwise) {
    if (!good) {
      throw new InvalidRequestException(field, "The field '%s' %s.".formatted(field, otherwise));
    }
  }

  /** In Ollama's words; {@code null} for free text. */
  JsonNode format() {
    return schema != null ? schema : Boolean.TRUE.equals(json) ? StringNode.valueOf("json") : null;
  }

  /** In Ollama's words. */
  Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    put(options, "temperature", temperature);
    put(options, "seed", seed);
    put(options, "num_predict", maxTokens);
    put(options, "stop", stop.isEmpty() ? null : new ArrayList<>(stop));
    return options;
  }

  private static void put(Map<String, Object> options, String name, Object value) {
    if (value != null) {
      options.put(name, value);
    }
  }

  /** Without the texts: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "GenerateRequest[" + prompt.length() + " characters]";
  }
}
