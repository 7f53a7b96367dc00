package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Each image as a guest who may nothing: no writing but in /tmp and /data, no programs in /tmp, any
 * user.
 */
class GuestIT {
  private static final int UNDER_WAY = 8;
  private static final Images IMAGES = Images.tested();
  private static final Path SAMPLES =
      Images.ROOT.resolve("core/ambient-gpt-audio/src/test/resources/samples");

  @ParameterizedTest
  @ValueSource(strings = {"12345:0", "65532:65532"})
  void theApiAnswers(String user) {
    try (Container api = Container.guest(IMAGES.api(), 8000, user)) {
      api.awaitHealth();
      assertThat(new Visitor(api.door()).get("/actuator/health/readiness").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void theBridgeAnswers() {
    try (Container bridge = Container.guest(IMAGES.bridge(), 8001, "12345:0")) {
      bridge.awaitHealth();
    }
  }

  @Test
  void thePageAnswers() {
    try (Container frontend = Container.guest(IMAGES.frontend(), 8080, "12345:0")) {
      frontend.awaitHealth();
      assertThat(new Visitor(frontend.door()).get("/").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "m4a", "ogg", "webm", "flac"})
  void theApiDecodesAndHears(String format) throws Exception {
    String models = System.getenv("WHISPER_MODELS");
    Part.require(
        "A Whisper model",
        models != null,
        "Name a folder with ggml-tiny.en.bin in WHISPER_MODELS.");
    try (Container api =
        Container.guest(
            IMAGES.api(),
            8000,
            "12345:0",
            "--env",
            "AMBIENTGPT_RECOGNIZERS_WHISPER_MODELS=/models",
            "--env",
            "AMBIENTGPT_RECOGNIZERS_WHISPER_MODEL=tiny.en",
            "--volume",
            models + ":/models:ro")) {
      api.awaitHealth();
      Visitor visitor = new Visitor(api.door());
      visitor.comeIn(api.log());
      String visit =
          visitor
              .post("/api/v1/encounters", Map.of("label", format), 201)
              .headers()
              .firstValue("location")
              .orElseThrow();
      String recording =
          visitor.record(
              visit,
              "speech." + format,
              "audio/" + format,
              List.of(Files.readAllBytes(SAMPLES.resolve("speech." + format))));
      String transcript =
          visitor.result(
              visitor.post(
                  recording + ":transcribe",
                  "application/json",
                  BodyPublishers.ofString("{}"),
                  202));

      assertThat(visitor.get(transcript).body()).contains("fellow"); // the last word is cut off
    }
  }

  @Test
  void theDataFolderComesEmpty() {
    for (String image : List.of(IMAGES.api(), IMAGES.bridge())) {
      assertThat(Container.files(image, "/data", "/keys")).isEmpty();
    }
  }

  @Test
  void thereIsNoShell() {
    for (String image : List.of(IMAGES.api(), IMAGES.bridge())) {
      assertThat(Container.files(image, "/bin", "/sbin", "/usr/bin", "/usr/sbin")).isEmpty();
    }
  }

  @Test
  void eachSaysWhatItIs() {
    for (String image : IMAGES.byName().values()) {
      JsonNode labels = Container.configuration(image).path("Labels");
      for (String label :
          List.of(
              "base.name",
              "created",
              "description",
              "documentation",
              "licenses",
              "revision",
              "source",
              "title",
              "url",
              "vendor",
              "version")) {
        assertThat(labels.path("org.opencontainers.image." + label).asString())
            .as(image + " " + label)
            .isNotBlank();
      }
    }
  }

  /** A busy clinic: each is in the middle of sending a visit when it is to stop. */
  @Test
  void whatIsUnderWayWhenTheApiIsToldToStopIsAnswered() throws Exception {
    ExecutorService clients = Executors.newCachedThreadPool();
    try (Container api =
        Container.guest(
            IMAGES.api(),
            8000,
            "12345:0",
            "--env",
            "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_BOOT_TOMCAT=info")) {
      api.awaitHealth();
      Visitor visitor = new Visitor(api.door());
      visitor.comeIn(api.log());
      List<byte[]> form =
          Visitor.form("visit.wav", "audio/wav", Sound.silence(Duration.ofMinutes(20)));
      List<SubmissionPublisher<ByteBuffer>> bodies = new ArrayList<>();
      List<Future<String>> recordings = new ArrayList<>();
      for (int i = 0; i < UNDER_WAY; i++) {
        String visit =
            Visitor.location(visitor.post("/api/v1/encounters", Map.of("label", "No " + i), 201));
        SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>();
        bodies.add(body);
        recordings.add(
            clients.submit(() -> visitor.record(visit, BodyPublishers.fromPublisher(body))));
      }
      for (SubmissionPublisher<ByteBuffer> body : bodies) {
        await(body::hasSubscribers);
        form.subList(0, form.size() - 1).forEach(part -> body.submit(ByteBuffer.wrap(part)));
        // 38 MB, more than connections and Docker's proxy hold: when all of it is gone, the service
        // reads.
        await(() -> body.estimateMaximumLag() == 0);
      }
      Future<Integer> stopped = clients.submit(() -> api.stop(Duration.ofSeconds(30)));
      api.awaitLog("Commencing graceful shutdown");
      for (SubmissionPublisher<ByteBuffer> body : bodies) {
        body.submit(ByteBuffer.wrap(form.get(form.size() - 1)));
        body.close();
      }

      for (Future<String> recording : recordings) {
        assertThat(recording.get(1, TimeUnit.MINUTES)).contains("/recordings/");
      }
      assertThat(stopped.get(1, TimeUnit.MINUTES)).isIn(0, 143);
    } finally {
      clients.shutdownNow();
    }
  }

  private static void await(BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("A minute was not enough");
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
