package io.github.ambientgpt.api.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SpeechSample;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@ApiTest
@TestPropertySource(properties = "ambient-gpt.recognizers.loudness.model=any")
class RecordingTest {
  private static final byte[] WAV = SpeechSample.wav(3);

  private final Service service;

  RecordingTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  private Answer upload(byte[] bytes) {
    String encounter = service.encounter("Recording").header("Location");
    return service.post(encounter + "/recordings").file("visit.wav", bytes).send();
  }

  @Test
  void aRecordingIsWhatItsContentSays() {
    Answer recording = upload(WAV).is(201);

    assertThat(recording.json().get("container").asString()).isEqualTo("wav");
    assertThat(recording.json().get("name").asString()).isEqualTo("visit.wav");
    assertThat(recording.json().get("size").asInt()).isEqualTo(WAV.length);
    assertThat(recording.json().get("state").asString()).isEqualTo("complete");
    assertThat(service.get(recording.header("Location")).is(200).json())
        .isEqualTo(recording.json());
    assertThat(
            service.get(recording.header("Location") + "/key").is(200).json().get("key").asString())
        .hasSize(43);
  }

  @Test
  void aRecordingMayBeTheBodyItself() {
    String encounter = service.encounter("Recording").header("Location");

    Answer recording =
        service.post(encounter + "/recordings?name=x.wav").body("audio/wav", WAV).send().is(201);

    assertThat(recording.json().get("name").asString()).isEqualTo("x.wav");
    assertThat(service.get(encounter + "/recordings").json().get("total").asInt()).isEqualTo(1);
  }

  @Test
  void whatCannotBeDecodedIsRefusedAndLeavesNothing() {
    String recordings = service.encounter("Recording").header("Location") + "/recordings";

    service
        .post(recordings)
        .file("x.wav", "no sound at all, whatever".getBytes())
        .send()
        .isProblem(422, "recording-unreadable");
    service
        .post(recordings)
        .file("x.wav", new byte[0])
        .send()
        .isProblem(422, "recording-unreadable");
    service
        .post(recordings)
        .file("x.wav", Arrays.copyOf(WAV, 44))
        .send()
        .isProblem(422, "recording-unreadable");
    service
        .post(recordings)
        .body("multipart/form-data; boundary=x", "--x--\r\n".getBytes())
        .send()
        .isProblem(400, "invalid-request");
    service
        .post(recordings)
        .body("multipart/form-data", "x".getBytes())
        .send()
        .isProblem(400, "invalid-request");
    assertThat(service.get(recordings).json().get("total").asInt()).isZero();
  }

  @Test
  void aRangeOfItIsPlayed() {
    String audio = upload(WAV).is(201).header("Location") + "/audio";

    Answer whole = service.get(audio).is(200);
    Answer part = service.ask("GET", audio).header("Range", "bytes=100-199").send().is(206);
    Answer tail = service.ask("GET", audio).header("Range", "bytes=-50").send().is(206);
    Answer other =
        service
            .ask("GET", audio)
            .header("Range", "bytes=0-9")
            .header("If-Range", "\"old\"")
            .send()
            .is(200);
    Answer beyond = service.ask("GET", audio).header("Range", "bytes=" + WAV.length + "-").send();

    assertThat(whole.http().body()).isEqualTo(WAV);
    assertThat(whole.header("Content-Type")).isEqualTo("audio/wav");
    assertThat(part.http().body()).isEqualTo(Arrays.copyOfRange(WAV, 100, 200));
    assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + WAV.length);
    assertThat(tail.http().body()).isEqualTo(Arrays.copyOfRange(WAV, WAV.length - 50, WAV.length));
    assertThat(other.http().body()).isEqualTo(WAV);
    beyond.isProblem(416, "range-not-satisfiable");
    assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + WAV.length);
  }

  @Test
  void itsPeaksShowWhereItIsLoud() {
    String path = upload(WAV).is(201).header("Location");

    JsonNode peaks = service.get(path + "/peaks?count=20").is(200).json();

    assertThat(peaks.get("values")).hasSize(20);
    assertThat(peaks.get("values").valueStream().mapToDouble(JsonNode::asDouble).max().orElse(0))
        .isGreaterThan(0.1);
    assertThat(service.get(path + "/peaks?count=20").json()).isEqualTo(peaks);
    service.get(path + "/peaks?count=0").isProblem(400, "invalid-request");
  }

  @Test
  void anUploadThatIsSentAgainIsOneRecording() {
    String recordings = service.encounter("Recording").header("Location") + "/recordings";
    String key = UUID.randomUUID().toString();

    Answer first =
        service.post(recordings).header("Idempotency-Key", key).file("a.wav", WAV).send().is(201);
    Answer again =
        service.post(recordings).header("Idempotency-Key", key).file("a.wav", WAV).send().is(201);

    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(service.get(recordings).json().get("total").asInt()).isEqualTo(1);
    service
        .post(recordings)
        .header("Idempotency-Key", key)
        .file("a.wav", SpeechSample.wav(1))
        .send()
        .isProblem(422, "key-reused");
  }

  @Test
  void aJobMakesATranscriptOfIt() {
    String path = upload(WAV).is(201).header("Location");

    Answer transcript =
        service.result(service.post(path + ":transcribe", "{\"recognizer\": \"loudness\"}"));

    assertThat(transcript.json().at("/recognition/engine").asString()).isEqualTo("loudness");
    assertThat(transcript.json().get("utterances")).isNotEmpty();
    assertThat(transcript.json().at("/utterances/0/words/0/end").asDouble()).isPositive();
    service
        .post(path + ":transcribe", "{\"recognizer\": \"nobody\"}")
        .isProblem(422, "unknown-name");
    service
        .post(path + ":transcribe", "{\"model\": \"../../etc/passwd\"}")
        .isProblem(400, "invalid-request");
    String encounter = "/api/v1/encounters/" + transcript.json().get("encounterId").asString();
    service.post(encounter + "/notes").send().isProblem(422, "invalid-input");
  }

  @Test
  void silenceMakesNoTranscript() {
    String path = upload(SpeechSample.silence(2)).is(201).header("Location");

    JsonNode job =
        service.ended(service.post(path + ":transcribe", "{\"recognizer\": \"loudness\"}")).json();

    assertThat(job.get("state").asString()).isEqualTo("failed");
    assertThat(job.at("/problem/detail").asString()).contains("No speech");
  }

  @Test
  void recognizersAreComparedOnIt() {
    String path = upload(WAV).is(201).header("Location");

    Answer comparison =
        service.result(
            service.post(
                path + ":compare",
                "{\"recognizers\": [\"loudness\"], \"reference\": \"somebody speaks\"}"));

    assertThat(comparison.json().at("/recognizers/0/words").asInt()).isPositive();
    assertThat(comparison.json().at("/recognizers/0/wordErrorRatePercent").isNumber()).isTrue();
  }

  @Test
  void aDeletedRecordingIsGoneAndItsTranscriptStays() {
    Answer recording = upload(WAV).is(201);
    String path = recording.header("Location");
    Answer transcript =
        service.result(service.post(path + ":transcribe", "{\"recognizer\": \"loudness\"}"));

    service.ask("DELETE", path).ifMatch(recording).send().is(204);

    service.get(path + "/audio").isProblem(404, "not-found");
    Answer still =
        service.get("/api/v1/transcripts/" + transcript.json().get("id").asString()).is(200);
    assertThat(still.json().has("recordingId")).isFalse();
  }
}
