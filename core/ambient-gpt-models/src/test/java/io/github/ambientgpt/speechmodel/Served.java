package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.ScriptedServer.Script;
import io.github.ambientgpt.core.http.Backoff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Models for tests, and servers that have them. */
final class Served {
  static final String TAG = "\"the-first\"";

  private Served() {}

  /** Bytes that begin as a Whisper model does, the same every time. */
  static byte[] ggml(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    System.arraycopy("lmgg".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
    return bytes;
  }

  /** What Vosk needs, and one more file. */
  static Map<String, String> vosk(String top) {
    return Map.of(
        top + "am/final.mdl", "acoustic",
        top + "conf/mfcc.conf", "--sample-frequency=16000",
        top + "graph/Gr.fst", "graph");
  }

  static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SpeechModel model(String file, byte[] content) {
    MessageDigest digest = Digest.begin();
    digest.update(content);
    return model(file, content.length, Digest.end(digest));
  }

  static SpeechModel model(String file, long size, String sha256) {
    return new SpeechModel(
        ModelNames.idOfFile(file).orElse(file.replace(".zip", "")),
        file.endsWith(".zip") ? "vosk" : "whisper",
        file,
        size,
        sha256,
        "en",
        "MIT",
        URI.create("https://models.invalid/" + file));
  }

  /** Impatient, so that a test does not wait. */
  static ModelSource source(ScriptedServer server, int attempts) {
    return source(server, attempts, Duration.ofSeconds(20));
  }

  static ModelSource source(ScriptedServer server, int attempts, Duration patience) {
    ModelSource plain = ModelSource.of(Optional.of(server.url().toString()), Map.of());
    return new ModelSource(
        plain.mirror(), plain.client(), patience, new Backoff(attempts, Duration.ofMillis(1)));
  }

  static ModelSource nowhere() {
    return new ModelSource(
        Optional.empty(),
        HttpClient.newHttpClient(),
        Duration.ofSeconds(1),
        new Backoff(1, Duration.ZERO));
  }

  static Script whole(byte[] content) {
    return ScriptedServer.answer(200, "application/octet-stream", content, "ETag: " + TAG);
  }

  /** Promises all, and breaks off after so many bytes. */
  static Script breakingOff(byte[] content, int after) {
    return (request, out) -> {
      ScriptedServer.head(out, 200, "ETag: " + TAG, "Content-Length: " + content.length);
      out.write(content, 0, after);
    };
  }

  /** Goes on where it was asked to. */
  static Script rest(byte[] content) {
    return (request, out) -> {
      int from =
          Integer.parseInt(request.header("Range").orElseThrow().replaceAll("bytes=(\\d+)-", "$1"));
      byte[] rest = Arrays.copyOfRange(content, from, content.length);
      String range = "bytes %d-%d/%d".formatted(from, content.length - 1, content.length);
      ScriptedServer.head(out, 206, "Content-Range: " + range, "Content-Length: " + rest.length);
      out.write(rest);
    };
  }

  static ModelCatalogue catalogue(SpeechModel... models) {
    return new ModelCatalogue(List.of(models));
  }
}
