package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A visit that is heard under compose, by a model that was brought along. */
class SpokenVisitIT {
  /** A training dialogue, read aloud. */
  private static final Path SAID =
      Images.ROOT.resolve("bench/src/main/resources/io/github/ambientgpt/bench/said/D2N034.opus");

  @Test
  void whatWasSaidBecomesASignedNote() throws IOException {
    String models = System.getenv("WHISPER_MODELS");
    Part.require(
        "A Whisper model",
        models != null,
        "Name a folder with ggml-tiny.en.bin in WHISPER_MODELS.");
    try (Compose compose = new Compose("ambient-gpt-spoken", Images.tested(), Map.of())) {
      compose.up();
      Visitor visitor = new Visitor(compose.door());
      visitor.comeIn(compose.run("logs", "--no-color", "api"));
      String model = visitor.importModel(Path.of(models, "ggml-tiny.en.bin"), "clinic.en.bin");
      String visit =
          Visitor.location(visitor.post("/api/v1/encounters", Map.of("label", "Aloud"), 201));
      String recording =
          visitor.record(visit, "visit.opus", "audio/ogg", List.of(Files.readAllBytes(SAID)));
      String transcript =
          visitor.result(
              visitor.post(
                  recording + ":transcribe",
                  Map.of("recognizer", "whisper", "model", model, "language", "en"),
                  202));
      String note =
          visitor.result(
              visitor.post(
                  visit + "/notes", Map.of("transcriptId", Visitor.last(transcript)), 202));

      assertThat(visitor.read(visitor.sign(note)).path("state").asString()).isEqualTo("signed");
    }
  }
}
