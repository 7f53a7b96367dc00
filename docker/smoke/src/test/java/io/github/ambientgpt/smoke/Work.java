package io.github.ambientgpt.smoke;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the image's options, which are for a quick start, cost the work that follows: the same work
 * in two containers in turns, one with Java's own defaults.
 *
 * @param ratios seconds with the image's options by those without, medians, by kind of work
 */
record Work(Map<String, Double> ratios) implements Figures {
  /** More than this and the start is bought too dearly. */
  static final double MOST = 1.3;

  private static final int ROUNDS = 5;
  private static final int NOTES = 10;
  private static final int TURNS = 300;
  private static final Path SAID =
      Images.ROOT.resolve("bench/src/main/resources/io/github/ambientgpt/bench/said/D2N034.opus");
  private static final Path SPOKEN =
      Images.ROOT.resolve(
          "core/ambient-gpt-core/src/test/resources/io/github/ambientgpt/core/contract/jfk.wav");

  /** What the image needs to run at all: /app/java.options has these, and more. */
  private static final List<String> PLAIN =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:MaxRAMPercentage=70",
          "-Djava.library.path=/app/natives",
          "-Djna.boot.library.path=/app/natives",
          "-Djna.nounpack=true",
          "-Dorg.bytedeco.javacpp.cacheLibraries=false",
          "-Dio.github.ambientgpt.whisper.natives=/app/natives/whisper",
          "-cp",
          "@/app/jib-classpath-file",
          "@/app/jib-main-class-file");

  static Work measure(Images images) throws IOException {
    String models = System.getenv("WHISPER_MODELS");
    Part.require(
        "A Whisper model",
        models != null,
        "Name a folder with ggml-tiny.en.bin in WHISPER_MODELS.");
    String[] more = {
      "--env",
      "AMBIENTGPT_RECOGNIZERS_WHISPER_MODELS=/models",
      "--env",
      "AMBIENTGPT_RECOGNIZERS_WHISPER_MODEL=tiny.en",
      "--volume",
      models + ":/models:ro"
    };
    try (Container tuned = Container.guest(images.api(), 8000, "12345:0", more);
        Container plain = Container.guest(images.api(), 8000, "12345:0", PLAIN, more)) {
      Visitor one = in(tuned);
      Visitor other = in(plain);
      Map<String, Double> ratios = new TreeMap<>();
      ratios.put("composing", ratio(() -> compose(one), () -> compose(other)));
      byte[] speech = speech();
      ratios.put("captions", ratio(() -> caption(one, speech), () -> caption(other, speech)));
      byte[] sound = Files.readAllBytes(SAID);
      ratios.put("transcription", ratio(() -> hear(one, sound), () -> hear(other, sound)));
      return new Work(ratios);
    }
  }

  @Override
  public String name() {
    return "work";
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder("\nwork           times Java's defaults\n");
    ratios.forEach(
        (what, ratio) -> text.append(String.format(Locale.ROOT, "%-15s %8.2f%n", what, ratio)));
    return text.toString();
  }

  @Override
  public List<String> missed() {
    return ratios.entrySet().stream()
        .filter(each -> each.getValue() > MOST)
        .map(
            each ->
                "%s: %.2f times Java's defaults, may be %.1f"
                    .formatted(each.getKey(), each.getValue(), MOST))
        .toList();
  }

  private static Visitor in(Container api) {
    api.awaitHealth();
    Visitor visitor = new Visitor(api.door());
    visitor.comeIn(api.log());
    return visitor;
  }

  /**
   * The first rounds count, too: most of a small clinic's work is done by a program that is cold.
   */
  private static double ratio(Runnable tuned, Runnable plain) {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      with.add(seconds(tuned));
      without.add(seconds(plain));
    }
    return median(with) / median(without);
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double median(List<Double> seconds) {
    return seconds.stream().sorted().toList().get(seconds.size() / 2);
  }

  private static void compose(Visitor visitor) {
    StringBuilder dialogue = new StringBuilder();
    for (int turn = 0; turn < TURNS; turn++) {
      dialogue.append(
          turn % 2 == 0
              ? "Doctor: How long has the pain in your left knee been there?\\n"
              : "Patient: For about " + turn + " days, and I took ibuprofen 400 milligrams.\\n");
    }
    for (int note = 0; note < NOTES; note++) {
      visitor.post(
          "/api/v1/notes:preview",
          "application/json",
          BodyPublishers.ofString("{\"transcript\": \"" + dialogue + "\"}"),
          200);
    }
  }

  private static void caption(Visitor visitor, byte[] speech) {
    String socket =
        Visitor.json(
                visitor.post(
                    visit(visitor) + "/recordings:live",
                    "application/json",
                    BodyPublishers.ofString("{}"),
                    201))
            .get("socket")
            .asString();
    if (Captions.speak(visitor, socket, speech) == 0) {
      throw new IllegalStateException("Speech was captioned without a word");
    }
  }

  /** Samples without the header of their file. */
  private static byte[] speech() throws IOException {
    byte[] file = Files.readAllBytes(SPOKEN);
    return Arrays.copyOfRange(file, 44, file.length);
  }

  private static String visit(Visitor visitor) {
    return visitor
        .post("/api/v1/encounters", Map.of("label", "Work"), 201)
        .headers()
        .firstValue("location")
        .orElseThrow();
  }

  private static void hear(Visitor visitor, byte[] sound) {
    String recording = visitor.record(visit(visitor), "visit.opus", "audio/ogg", List.of(sound));
    visitor.result(
        visitor.post(
            recording + ":transcribe", "application/json", BodyPublishers.ofString("{}"), 202));
  }
}
