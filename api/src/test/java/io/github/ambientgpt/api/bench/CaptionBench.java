package io.github.ambientgpt.api.bench;

import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.SocketClient;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long after it was spoken a word stands in a caption. Speech is sent as it is spoken, a chunk
 * at a time, first to the recognizer alone and then through the service: the difference is ours.
 * Whisper gives no times of words, so its are estimates.
 */
final class CaptionBench {
  private static final double MOST_MILLIS = 500;
  private static final double MOST_MILLIS_UNTIL_IT_STANDS = 1_200;

  /** What the way through the service may take of it. */
  private static final double MOST_MILLIS_ADDED = 100;

  private static final int FRAME = (int) (32_000 * HeardWords.CHUNK_SECONDS);
  private static final int TIMES = 3;

  private CaptionBench() {}

  /** Takes a chunk of sound. */
  private interface Ear {
    void hear(int number, byte[] chunk) throws IOException;
  }

  static void run(Path folder, Report report) throws Exception {
    ObjectNode figures = report.section("captions");
    measure("vosk", variable("VOSK_MODEL"), folder, report, figures);
    measure(
        "whisper",
        variable("WHISPER_MODELS").map(models -> models.resolve("ggml-tiny.en.bin")),
        folder,
        report,
        figures);
  }

  private static Optional<Path> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(s -> !s.isBlank()).map(Path::of);
  }

  private static void measure(
      String engine, Optional<Path> model, Path folder, Report report, ObjectNode figures)
      throws Exception {
    if (model.filter(Files::exists).isEmpty()) {
      report.notMeasured(
          "captions by " + engine,
          engine.equals("vosk")
              ? "name a folder of a Vosk model in VOSK_MODEL"
              : "name a folder with ggml-tiny.en.bin in WHISPER_MODELS");
      return;
    }
    Settings settings = Settings.of(Settings.MODEL, model.get().toString());
    Percentiles alone = new Percentiles(alone(engine, settings).delays());
    HeardWords heard = served(engine, model.get(), folder);
    Percentiles served = new Percentiles(heard.delays());
    Percentiles standing = new Percentiles(heard.delaysUntilTheyStand());
    String what = "captions by " + engine + ", ";
    report.show(what + "words", served.count(), "");
    report.show(what + "p50", served.median(), "ms");
    report.gate(what + "p95", served.at(0.95), MOST_MILLIS, "ms");
    report.show(what + "until a word stands, p50", standing.median(), "ms");
    report.gate(
        what + "until a word stands, p95", standing.at(0.95), MOST_MILLIS_UNTIL_IT_STANDS, "ms");
    report.show(what + "of it the recognizer's own, p95", alone.at(0.95), "ms");
    report.gate(
        what + "of it the service's, p95",
        served.at(0.95) - alone.at(0.95),
        MOST_MILLIS_ADDED,
        "ms");
    figures
        .putObject(engine)
        .put("model", model.get().getFileName().toString())
        .put("words", served.count())
        .put("p50Millis", served.median())
        .put("p95Millis", served.at(0.95))
        .put("standsP50Millis", standing.median())
        .put("standsP95Millis", standing.at(0.95))
        .put("recognizerAloneP50Millis", alone.median())
        .put("recognizerAloneP95Millis", alone.at(0.95));
  }

  private static HeardWords alone(String engine, Settings settings) throws Exception {
    StreamingRecognizerProvider provider =
        StreamSupport.stream(
                ServiceLoader.load(StreamingRecognizerProvider.class).spliterator(), false)
            .filter(each -> each.id().equals(engine))
            .findFirst()
            .orElseThrow();
    try (StreamingRecognizer recognizer = provider.create(settings)) {
      aloneOnce(recognizer, 1);
      return aloneOnce(recognizer, TIMES);
    }
  }

  private static HeardWords aloneOnce(StreamingRecognizer recognizer, int times)
      throws IOException {
    HeardWords heard = new HeardWords();
    try (StreamingRecognizer.Session session =
        recognizer.open(
            RecognitionOptions.DEFAULT,
            new StreamingRecognizer.Listener() {
              @Override
              public void partial(String text) {
                heard.partial(text);
              }

              @Override
              public void utterance(Utterance utterance) {
                heard.utterance(
                    utterance.words().stream()
                        .map(word -> new HeardWords.Word(word.text(), word.span().end()))
                        .toList());
              }
            })) {
      speak(
          speech(times),
          heard,
          (number, chunk) -> {
            float[] samples = new float[chunk.length / 2];
            ByteBuffer bytes = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < samples.length; i++) {
              samples[i] = bytes.getShort() / 32768f;
            }
            session.accept(samples, 0, samples.length);
          });
      session.finish();
    }
    return heard;
  }

  private static HeardWords served(String engine, Path model, Path folder) throws Exception {
    Path own = Files.createDirectories(folder.resolve(engine));
    try (ServiceProcess service =
        ApiBench.service(
            own,
            "ambient-gpt.live.recognizer=" + engine,
            "ambient-gpt.models-folder=" + model.getParent(),
            "ambient-gpt.recognizers." + engine + ".model=" + model)) {
      Client client = new Client(service.base());
      servedOnce(client, 1); // loads the model
      return servedOnce(client, TIMES);
    }
  }

  private static HeardWords servedOnce(Client client, int times) throws Exception {
    byte[] speech = speech(times);
    URI socket =
        URI.create(
            client.post(client.newVisit() + "/recordings:live", "{}").get("socket").asString());
    HeardWords heard = new HeardWords();
    try (SocketClient connection =
        SocketClient.open("ws://" + client.base().getAuthority() + socket)) {
      connection.send("{\"type\":\"hello\",\"lastSent\":null}");
      connection.next("resume");
      CompletableFuture<Void> listening =
          CompletableFuture.runAsync(
              () -> {
                try {
                  listen(connection, heard);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      int frames =
          speak(
              speech,
              heard,
              (number, chunk) ->
                  connection.send(
                      ByteBuffer.allocate(4 + FRAME)
                          .order(ByteOrder.LITTLE_ENDIAN)
                          .putInt(number)
                          .put(chunk)
                          .array()));
      byte[] sent = Arrays.copyOf(speech, frames * FRAME);
      connection.send(
          "{\"type\":\"end\",\"lastSeq\":%d,\"sha256\":\"%s\"}"
              .formatted(
                  frames - 1,
                  HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent))));
      listening.get(3, TimeUnit.MINUTES);
    }
    return heard;
  }

  private static void listen(SocketClient client, HeardWords heard) throws InterruptedException {
    for (JsonNode message = client.next();
        !message.get("type").asString().equals("ended");
        message = client.next()) {
      switch (message.get("type").asString()) {
        case "partial" -> heard.partial(message.get("text").asString());
        case "final" ->
            heard.utterance(
                message
                    .at("/utterance/words")
                    .valueStream()
                    .map(
                        word ->
                            new HeardWords.Word(
                                word.get("text").asString(), word.get("end").asDouble()))
                    .toList());
        default -> {
          // acknowledgements
        }
      }
    }
  }

  /** As it is spoken; how many chunks that were. */
  private static int speak(byte[] speech, HeardWords heard, Ear ear) throws IOException {
    int frames = speech.length / FRAME;
    heard.begin();
    long start = System.nanoTime();
    for (int i = 0; i < frames; i++) {
      long due = start + (long) (1e9 * HeardWords.CHUNK_SECONDS * (i + 1));
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      ear.hear(i, Arrays.copyOfRange(speech, i * FRAME, (i + 1) * FRAME));
    }
    return frames;
  }

  /**
   * A sample, 16 kHz mono, in the model's language, so many times, with a second of quiet between.
   */
  private static byte[] speech(int times) throws IOException {
    Path sample =
        Path.of(System.getProperty("project.root", ".."))
            .resolve(System.getProperty("bench.speech"));
    byte[] wav = Files.readAllBytes(sample);
    int length = wav.length - 44;
    byte[] speech = new byte[times * (length + 32_000)];
    for (int i = 0; i < times; i++) {
      System.arraycopy(wav, 44, speech, i * (length + 32_000), length);
    }
    return speech;
  }
}
