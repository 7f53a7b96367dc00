package io.github.ambientgpt.api.bench;

import io.github.ambientgpt.api.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Memory while 2 GB are uploaded by tus, in pieces of 8 MiB, as a browser sends them. */
final class UploadBench {
  private static final long SIZE = 2_000_000_000;
  private static final int PIECE = 8 << 20;
  private static final double MOST_MORE_MB = 75;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private UploadBench() {}

  static void run(Path folder, Report report) throws Exception {
    ObjectNode figures = report.section("upload");
    // Two GB of a WAV file are 17 hours.
    try (ServiceProcess service =
        ApiBench.service(folder, "ambient-gpt.recordings.max-duration=24h")) {
      String upload = begin(service);
      OptionalLong before = service.resident();
      long most = 0;
      long start = System.nanoTime();
      HttpResponse<String> last = null;
      for (long offset = 0; offset < SIZE; offset += PIECE) {
        last = send(service, upload, offset, bytes(offset));
        most = Math.max(most, service.resident().orElse(0));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (last == null || last.headers().firstValue("Content-Location").isEmpty()) {
        throw new IOException("The upload became no recording");
      }
      report.show("upload of 2 GB by tus", SIZE / 1e6 / seconds, "MB/s");
      figures.put("megabytesPerSecond", SIZE / 1e6 / seconds);
      if (before.isPresent()) {
        double more = (most - before.getAsLong()) / 1e6;
        report.show("resident memory before", before.getAsLong() / 1e6, "MB");
        report.gate("resident memory more during 2 GB", more, MOST_MORE_MB, "MB");
        figures.put("residentBeforeMb", before.getAsLong() / 1e6).put("residentMoreMb", more);
      } else {
        report.notMeasured("resident memory", "this system does not tell it in /proc");
      }
    }
  }

  private static String begin(ServiceProcess service) throws Exception {
    HttpResponse<String> visit =
        HTTP.send(
            HttpRequest.newBuilder(service.base().resolve("/api/v1/encounters"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"label\":\"Bench\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String id = JsonMapper.shared().readTree(visit.body()).get("id").asString();
    HttpRequest create =
        HttpRequest.newBuilder(service.base().resolve("/api/v1/uploads"))
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", Long.toString(SIZE))
            .header(
                "Upload-Metadata",
                "encounterId "
                    + Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HTTP.send(create, HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static HttpResponse<String> send(
      ServiceProcess service, String upload, long offset, byte[] bytes) throws Exception {
    HttpRequest patch =
        HttpRequest.newBuilder(service.base().resolve(upload))
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    HttpResponse<String> answer = HTTP.send(patch, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      throw new IOException("At %d: %d %s".formatted(offset, answer.statusCode(), answer.body()));
    }
    return answer;
  }

  /** Of a WAV file of quiet noise. */
  private static byte[] bytes(long offset) {
    byte[] bytes = new byte[(int) Math.min(PIECE, SIZE - offset)];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = (byte) (i * 31);
    }
    if (offset == 0) {
      ByteBuffer.wrap(bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .put("RIFF".getBytes(StandardCharsets.US_ASCII))
          .putInt((int) (SIZE - 8))
          .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
          .putInt(16)
          .putShort((short) 1)
          .putShort((short) 1)
          .putInt(16_000)
          .putInt(32_000)
          .putShort((short) 2)
          .putShort((short) 16)
          .put("data".getBytes(StandardCharsets.US_ASCII))
          .putInt((int) (SIZE - 44));
    }
    return bytes;
  }
}
