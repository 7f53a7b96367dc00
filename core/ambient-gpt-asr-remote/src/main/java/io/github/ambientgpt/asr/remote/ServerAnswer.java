package io.github.ambientgpt.asr.remote;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back. It may hold words of the visit, so it is never quoted.
 *
 * @param text the body
 */
record ServerAnswer(int status, HttpHeaders headers, String text) {
  static ServerAnswer of(HttpResponse<byte[]> response) {
    return new ServerAnswer(
        response.statusCode(),
        response.headers(),
        new String(response.body(), StandardCharsets.UTF_8));
  }

  String type() {
    return headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
  }

  boolean isPage() {
    return text.stripLeading().startsWith("<");
  }

  /** Whether it mentions something, in whatever case. */
  boolean mentions(String... words) {
    String small = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!small.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @throws Fault when it is no JSON object
   */
  JsonNode json() throws Fault {
    if (isPage()) {
      throw Fault.lasting(
          "%s answers with a web page, as a login or a proxy does: correct the setting 'url'.");
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) { // its message quotes what it read: not kept as a cause
      throw Fault.lasting(
          "%s answers with broken JSON: see whether the setting 'url' names the right server.");
    }
    throw Fault.lasting(
        "%s answers with something else than a transcript: see whether the setting 'url' names the"
            + " right server.");
  }

  @Override
  public String toString() {
    return "ServerAnswer[" + status + ", " + text.length() + " characters]";
  }
}
