package io.github.ambientgpt.bridge.ollama;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Ollama is asked, in its own words.
 *
 * @param model what Ollama calls it
 * @param body as it is sent; not to be changed
 * @param bytes how long the texts in it are, in UTF-8
 */
public record Question(Route route, String model, ObjectNode body, long bytes) {
  /**
   * @param role {@code system}, {@code user} or {@code assistant}
   */
  public record Message(String role, String content) {
    /** Without the text: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Message[" + role + ", " + content.length() + " characters]";
    }
  }

  public Question {
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(model, "model");
    body = body.deepCopy();
  }

  /**
   * @param system instructions; {@code null} for those of the model's own file
   * @param format {@code "json"} or a JSON schema; {@code null} for free text
   * @param options by Ollama's names, such as {@code temperature}
   */
  public static Question generate(
      String model,
      String prompt,
      String system,
      JsonNode format,
      Map<String, ?> options,
      boolean stream) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("model", model).put("prompt", prompt);
    if (system != null) {
      body.put("system", system);
    }
    long bytes = bytes(prompt) + bytes(system);
    return of(Route.GENERATE, model, body, bytes, format, options, stream);
  }

  /** As {@link #generate}, with a conversation in place of a prompt. */
  public static Question chat(
      String model,
      List<Message> messages,
      JsonNode format,
      Map<String, ?> options,
      boolean stream) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("model", model).set("messages", JsonMapper.shared().valueToTree(messages));
    long bytes = messages.stream().mapToLong(message -> bytes(message.content())).sum();
    return of(Route.CHAT, model, body, bytes, format, options, stream);
  }

  private static Question of(
      Route route,
      String model,
      ObjectNode body,
      long bytes,
      JsonNode format,
      Map<String, ?> options,
      boolean stream) {
    body.put("stream", stream);
    if (format != null) {
      body.set("format", format);
    }
    if (!options.isEmpty()) {
      body.set("options", JsonMapper.shared().valueToTree(options));
    }
    return new Question(
        route, model, body, bytes + (format == null ? 0 : bytes(format.toString())));
  }

  /** The same, with room for so many tokens, and not to be cut. */
  public Question withContext(int tokens) {
    ObjectNode roomy = body.deepCopy();
    roomy.withObject("/options").put("num_ctx", tokens);
    return new Question(route, model, roomy, bytes).uncut();
  }

  /** The same, with the request that nothing of it or of the answer is dropped for want of room. */
  public Question uncut() {
    ObjectNode whole = body.deepCopy();
    whole.put("truncate", false).put("shift", false);
    return new Question(route, model, whole, bytes);
  }

  /** Whether the answer is to come as it is written. */
  public boolean streams() {
    return body.path("stream").asBoolean();
  }

  private static long bytes(String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Without the texts: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Question[" + route + ", " + bytes + " bytes]";
  }
}
