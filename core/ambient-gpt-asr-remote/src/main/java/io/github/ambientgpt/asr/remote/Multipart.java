package io.github.ambientgpt.asr.remote;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form as browsers send it (RFC 7578). For one thread. */
final class Multipart {
  private final String boundary = "ambient-gpt-" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart field(String name, String value) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", bytes(value));
  }

  Multipart wav(String name, byte[] content) {
    return part(
        "Content-Disposition: form-data; name=\""
            + name
            + "\"; filename=\"audio.wav\"\r\nContent-Type: audio/wav",
        content);
  }

  Multipart json(String name, String content) {
    return part(
        "Content-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: application/json",
        bytes(content));
  }

  private Multipart part(String head, byte[] content) {
    body.writeBytes(bytes("--" + boundary + "\r\n" + head + "\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n"));
    return this;
  }

  /** The request with this form; nothing can be added then. */
  HttpRequest.Builder post(HttpRequest.Builder request) {
    body.writeBytes(bytes("--" + boundary + "--\r\n"));
    return request
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
