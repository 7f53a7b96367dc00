package io.github.ambientgpt.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.S3Server;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.SpeechSample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with its audio in a bucket. */
class S3ServiceTest {
  private static final byte[] WAV = SpeechSample.wav(60); // 5.8 MB

  @TempDir static Path folder;
  private static S3Server server;
  private static ServiceProcess process;
  private static Service service;

  @BeforeAll
  static void start() {
    server = S3Server.start(folder);
    List<String> properties = new ArrayList<>(server.properties());
    properties.add("ambient-gpt.recognizers.loudness.model=any");
    process = ServiceProcess.start(folder.resolve("data"), properties);
    service = process.service();
  }

  @AfterAll
  static void stop() {
    if (process != null) {
      process.close();
    }
    server.close();
  }

  private static Service.Ask tus(String method, String path) {
    return service.ask(method, path).header("Tus-Resumable", "1.0.0");
  }

  private static String begun(String visit) {
    String id = visit.substring(visit.lastIndexOf('/') + 1);
    String encoded = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    return tus("POST", "/api/v1/uploads")
        .header("Upload-Length", "" + WAV.length)
        .header("Upload-Metadata", "encounterId " + encoded)
        .send()
        .is(201)
        .header("Location");
  }

  private static Answer sent(String upload, int from, int to) {
    return tus("PATCH", upload)
        .header("Upload-Offset", "" + from)
        .body("application/offset+octet-stream", Arrays.copyOfRange(WAV, from, to))
        .send();
  }

  @Test
  void anUploadInPiecesBecomesARecordingThatIsPlayedAndHeard() {
    String upload = begun(service.encounter("Bucket").header("Location"));
    sent(upload, 0, 2_000_000).is(204);
    String recording = sent(upload, 2_000_000, WAV.length).is(204).header("Content-Location");

    Answer middle =
        service
            .ask("GET", recording + "/audio")
            .header("Range", "bytes=3000000-3000099")
            .send()
            .is(206);
    assertThat(middle.http().body()).isEqualTo(Arrays.copyOfRange(WAV, 3_000_000, 3_000_100));
    Answer transcript =
        service.result(
            service.post(recording + ":transcribe").json("{\"recognizer\":\"loudness\"}").send());
    assertThat(transcript.json().get("utterances")).hasSize(60);
    assertThat(Files.exists(folder.resolve("data").resolve("blobs").resolve("recordings")))
        .as("audio beside the bucket")
        .isFalse();
    Answer read = service.get(recording);
    service.ask("DELETE", recording).ifMatch(read).send().is(204);
  }

  @Test
  void whileTheBucketDoesNotAnswerNothingIsTakenAndNothingIsLost() {
    String visit = service.encounter("Bucket").header("Location");
    String upload = begun(visit);
    sent(upload, 0, 1_000_000).is(204);
    server.stop();
    try {
      service
          .post(visit + "/recordings")
          .file("visit.wav", SpeechSample.wav(2))
          .send()
          .isProblem(503, "storage-failed");
      sent(upload, 1_000_000, WAV.length).isProblem(503, "storage-failed");
      assertThat(service.get(visit + "/recordings").is(200).json().get("total").asInt()).isZero();
    } finally {
      server.start();
    }

    int here = Integer.parseInt(tus("HEAD", upload).send().is(200).header("Upload-Offset"));
    assertThat(here).isGreaterThanOrEqualTo(1_000_000);
    String recording = sent(upload, here, WAV.length).is(204).header("Content-Location");
    assertThat(service.ask("GET", recording + "/audio").send().is(200).http().body())
        .isEqualTo(WAV);
  }
}
