package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.contract.ScriptedServer.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A multipart form as a server reads it; bytes as ISO 8859-1 characters. */
record Form(Map<String, String> fields) {
  static Form of(Request request) {
    String type = request.header("Content-Type").orElseThrow();
    String boundary = "--" + type.replaceFirst(".*boundary=", "");
    String body = new String(request.body(), StandardCharsets.ISO_8859_1);
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : body.split(java.util.regex.Pattern.quote(boundary))) {
      int head = part.indexOf("\r\n\r\n");
      if (head > 0) {
        String name =
            part.substring(0, head).replaceFirst("(?s).*form-data; name=\"([^\"]*)\".*", "$1");
        String value = part.substring(head + 4, part.length() - 2);
        fields.merge(name, value, (a, b) -> a + "," + b);
      }
    }
    return new Form(fields);
  }

  String get(String name) {
    return fields.get(name);
  }

  /** Of a WAV file, in seconds. */
  static double seconds(String wav) {
    return (wav.length() - 44) / 32_000.0;
  }
}
