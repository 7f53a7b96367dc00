package io.github.ambientgpt.api.bench;

import io.github.ambientgpt.api.SocketClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long after it was spoken a word stands in a caption. Speech is sent as it is spoken, a tenth
 * of a second at a time. When a word ended, the recognizer itself says in its final utterance; its
 * caption is the first message, partial or final, that has as many words. Whisper gives no times of
 * words, so its are estimates.
 */
final class CaptionBench {
  private static final double MOST_MILLIS = 500;
  private static final int FRAME = 3200;
  private static final int TIMES = 3;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private CaptionBench() {}

  static void run(Path folder, Report report) throws Exception {
    ObjectNode figures = report.section("captions");
    for (String engine : List.of("vosk", "whisper")) {
      Optional<Path> models = modelsOf(engine);
      if (models.isEmpty()) {
        report.notMeasured(
            "captions by " + engine,
            "no model of it in the folder of models: ambient-gpt models pull "
                + (engine.equals("vosk") ? "vosk-model-small-en-us-0.15" : "whisper-tiny.en"));
        continue;
      }
      measure(engine, models.get(), folder, report, figures.putObject(engine));
    }
  }

  private static Optional<Path> modelsOf(String engine) throws IOException {
    String home = System.getenv().getOrDefault("AMBIENT_GPT_HOME", "");
    Path folder =
        home.isBlank()
            ? Path.of(System.getProperty("user.home"), ".ambient-gpt", "models")
            : Path.of(home, "models");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String prefix = engine.equals("vosk") ? "vosk-model-" : "ggml-";
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted((one, other) -> Boolean.compare(isSmallest(other), isSmallest(one)))
          .findFirst();
    }
  }

  private static boolean isSmallest(Path model) {
    String name = model.getFileName().toString();
    return name.contains("tiny") || name.contains("small");
  }

  private static void measure(
      String engine, Path model, Path folder, Report report, ObjectNode figures) throws Exception {
    Path own = Files.createDirectories(folder.resolve(engine));
    try (ServiceProcess service =
        ServiceProcess.start(
            own,
            "--ambient-gpt.live.recognizer=" + engine,
            "--ambient-gpt.models-folder=" + model.getParent(),
            "--ambient-gpt.recognizers." + engine + ".model=" + model)) {
      speak(service, 1); // loads the model
      List<Double> delays = speak(service, TIMES);
      if (delays.isEmpty()) {
        report.notMeasured("captions by " + engine, "it heard no words");
        return;
      }
      double median = percentile(delays, 0.5);
      double late = percentile(delays, 0.95);
      figures
          .put("model", model.getFileName().toString())
          .put("words", delays.size())
          .put("p50Millis", median)
          .put("p95Millis", late);
      report.show("captions by " + engine + ", " + delays.size() + " words, p50", median, "ms");
      if (engine.equals("vosk")) {
        report.gate("captions by vosk, p95", late, MOST_MILLIS, "ms");
      } else {
        report.show("captions by " + engine + ", p95", late, "ms");
      }
    }
  }

  private record Shown(double at, int words) {}

  /** A connection that notes when how many words were there. */
  private static List<Double> speak(ServiceProcess service, int times) throws Exception {
    byte[] speech = speech(times);
    JsonNode begun = begin(service);
    URI base = service.base();
    List<Shown> shown = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    try (SocketClient client =
        SocketClient.open("ws://" + base.getAuthority() + begun.get("socket").asString())) {
      client.send("{\"type\":\"hello\",\"lastSent\":null}");
      client.next("resume");
      long start = System.nanoTime();
      Thread listening =
          new Thread(
              () -> {
                try {
                  listen(client, start, shown, ends);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      listening.start();
      int frames = speech.length / FRAME;
      for (int i = 0; i < frames; i++) {
        long due = start + TimeUnit.MILLISECONDS.toNanos(100L * (i + 1));
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        client.send(
            ByteBuffer.allocate(4 + FRAME)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(i)
                .put(speech, i * FRAME, FRAME)
                .array());
      }
      client.send(
          "{\"type\":\"end\",\"lastSeq\":%d,\"sha256\":\"%s\"}"
              .formatted(
                  frames - 1,
                  HexFormat.of()
                      .formatHex(
                          MessageDigest.getInstance("SHA-256")
                              .digest(Arrays.copyOf(speech, frames * FRAME)))));
      listening.join(TimeUnit.MINUTES.toMillis(3));
    }
    return delays(shown, ends);
  }

  private static void listen(SocketClient client, long start, List<Shown> shown, List<Double> ends)
      throws InterruptedException {
    for (JsonNode message = client.next();
        !message.get("type").asString().equals("ended");
        message = client.next()) {
      double at = (System.nanoTime() - start) / 1e9;
      switch (message.get("type").asString()) {
        case "partial" -> {
          String text = message.get("text").asString().strip();
          shown.add(new Shown(at, ends.size() + text.split("\\s+").length));
        }
        case "final" -> {
          for (JsonNode word : message.at("/utterance/words")) {
            ends.add(word.get("end").asDouble());
          }
          shown.add(new Shown(at, ends.size()));
        }
        default -> {
          // acknowledgements
        }
      }
    }
  }

  /** In milliseconds, of each word that was said. */
  private static List<Double> delays(List<Shown> shown, List<Double> ends) {
    List<Double> delays = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      int words = i + 1;
      double end = ends.get(i);
      shown.stream()
          .filter(each -> each.words() >= words)
          .findFirst()
          .ifPresent(each -> delays.add(Math.max(0, 1000 * (each.at() - end))));
    }
    return delays;
  }

  private static double percentile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
  }

  private static JsonNode begin(ServiceProcess service) throws Exception {
    JsonNode visit = post(service, "/api/v1/encounters", "{\"label\":\"Bench\"}");
    return post(
        service, "/api/v1/encounters/" + visit.get("id").asString() + "/recordings:live", "{}");
  }

  private static JsonNode post(ServiceProcess service, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.base().resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return JsonMapper.shared()
        .readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** The sample of the command line, so many times, with a second of quiet between. */
  private static byte[] speech(int times) throws IOException {
    Path sample =
        Path.of(System.getProperty("project.root", ".."))
            .resolve("core/ambient-gpt-cli/src/main/samples/jfk.wav");
    byte[] wav = Files.readAllBytes(sample);
    int length = wav.length - 44;
    byte[] speech = new byte[times * (length + 32_000)];
    for (int i = 0; i < times; i++) {
      System.arraycopy(wav, 44, speech, i * (length + 32_000), length);
    }
    return speech;
  }
}
