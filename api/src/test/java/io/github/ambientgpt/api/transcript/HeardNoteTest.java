package io.github.ambientgpt.api.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A recording that is to become a note, heard by a real recognizer. */
@ApiTest
class HeardNoteTest {
  private static final Path SAID =
      Path.of(System.getProperty("project.root", ".."), "frontend", "e2e", "samples", "visit.wav");

  private final Service service;

  HeardNoteTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry properties) {
    String models = System.getenv("WHISPER_MODELS");
    Part.require(
        "A Whisper model",
        models != null,
        "Name a folder with ggml-tiny.en.bin in WHISPER_MODELS.");
    properties.add("ambient-gpt.recognizers.whisper.models", () -> models);
    properties.add("ambient-gpt.recognizers.whisper.model", () -> "tiny.en");
  }

  private String visit() {
    return service.encounter("Read aloud").header("Location");
  }

  private void hear(String visit, String how) throws IOException {
    Answer recording = service.post(visit + "/recordings").file(SAID).send().is(201);
    service.result(service.post(recording.header("Location") + ":transcribe", how));
  }

  private int notes(String visit) {
    return service.get(visit + "/notes").is(200).json().get("total").asInt();
  }

  @Test
  void aNoteIsDraftedOfWhatWasHeardWithoutAnybodyWaitingForIt() throws IOException {
    String visit = visit();

    hear(visit, "{\"recognizer\": \"whisper\", \"note\": true}");

    await().atMost(Duration.ofSeconds(30)).until(() -> notes(visit) == 1);
  }

  @Test
  void noneIsDraftedThatNobodyAskedFor() throws IOException {
    String visit = visit();

    hear(visit, "{\"recognizer\": \"whisper\"}");

    String id = visit.substring(visit.lastIndexOf('/') + 1);
    assertThat(service.get("/api/v1/jobs?encounterId=" + id).is(200).json().get("total").asInt())
        .isEqualTo(1);
  }

  /** Words of preview quality make none, and the transcript is kept all the same. */
  @Test
  void wordsThatMakeNoNoteAreATranscript() throws IOException {
    String visit = visit();

    hear(visit, "{\"recognizer\": \"loudness\", \"model\": \"any\", \"note\": true}");

    assertThat(notes(visit)).isZero();
    assertThat(service.get(visit + "/transcripts").is(200).json().get("total").asInt())
        .isEqualTo(1);
  }
}
