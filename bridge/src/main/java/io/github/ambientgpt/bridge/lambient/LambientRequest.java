package io.github.ambientgpt.bridge.lambient;

import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * A request as the predecessor read it, which was in Python: what is absent has a default, and
 * whatever is neither false, zero nor empty is true.
 *
 * @param prompt the text to answer; empty when absent
 * @param model a client's name for it
 * @param ownSystem in place of the route's own; empty when absent
 * @param json whether the answer is to be JSON
 */
record LambientRequest(String prompt, String model, String ownSystem, boolean json) {
  static final String NOTE =
      """
      You are a careful medical scribe. Write only what the text supports, in professional clinical \
      language, and leave out what was not said.""";
  static final String CLEANUP =
      """
      You put right the transcript of a medical visit. Mend misheard words, names of drugs, spelling \
      and punctuation, keep who says what, and neither add nor leave out anything. Answer with the \
      transcript alone.""";

  private static final String MODEL = "gemma3-4b";

  /**
   * @param type {@code null} when the request does not say
   * @throws UnreadableException when it is not JSON, or a field is of another kind
   */
  static LambientRequest of(byte[] body, MediaType type) {
    boolean said =
        type != null
            && (type.isCompatibleWith(MediaType.APPLICATION_JSON)
                || type.getSubtype().endsWith("+json"));
    if (!said) {
      throw new UnreadableException(
          "The request is not JSON with a prompt: send it with Content-Type: application/json");
    }
    JsonNode request = read(body);
    return new LambientRequest(
        text(request.path("prompt"), "prompt"),
        request.has("model") ? model(request.path("model")) : MODEL,
        text(request.path("system_prompt"), "system_prompt"),
        truth(request.path("is_json_output")));
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode request = JsonMapper.shared().readTree(body == null ? new byte[0] : body);
      if (request.isObject()) {
        return request;
      }
    } catch (JacksonException e) {
      // said below; its message may quote the request
    }
    throw new UnreadableException("The request is not JSON with a prompt");
  }

  private static String model(JsonNode model) {
    if (!model.isString()) {
      throw new UnreadableException("The field 'model' is not a text");
    }
    return model.asString();
  }

  private static String text(JsonNode value, String field) {
    if (!truth(value)) {
      return "";
    }
    if (!value.isString()) {
      throw new UnreadableException("The field '%s' is not a text".formatted(field));
    }
    return value.asString();
  }

  private static boolean truth(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (value.isString()) {
      return !value.asString().isEmpty();
    }
    return value.isNumber()
        ? value.asDouble() != 0
        : value.isBoolean() ? value.asBoolean() : !value.isEmpty();
  }

  /** Of a name that is no alias, every hyphen becomes a colon. */
  String ollamasModel(Map<String, String> aliases) {
    return aliases.getOrDefault(model, model.replace('-', ':'));
  }

  String system(String otherwise) {
    return ownSystem.isBlank() ? otherwise : ownSystem;
  }

  /** In Ollama's words; {@code null} for free text. */
  JsonNode format() {
    return json ? StringNode.valueOf("json") : null;
  }

  /** Without the texts: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "LambientRequest[" + prompt.length() + " characters]";
  }
}
