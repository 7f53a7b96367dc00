package io.github.ambientgpt.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SocketClient;
import io.github.ambientgpt.api.SpeechSample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@ApiTest
@TestPropertySource(
    properties = {
      "ambient-gpt.live.recognizer=loudness",
      "ambient-gpt.live.sessions=64",
      "ambient-gpt.recordings.max-duration=60s"
    })
class LiveTest {
  private static final int FRAME = 3200;
  private static final byte[] SPOKEN = SpeechSample.pcm(3); // 9 s, three utterances
  private static final int FRAMES = SPOKEN.length / FRAME;

  private final Service service;
  private final String base;
  private final LiveRecordings live;
  private UUID encounter;

  LiveTest(@LocalServerPort int port, @Autowired LiveRecordings live) {
    this.service = Service.at(port);
    this.base = "ws://127.0.0.1:" + port;
    this.live = live;
  }

  @BeforeEach
  void visit() {
    encounter = service.encounter("Live").id();
  }

  private JsonNode begun() {
    return service
        .post("/api/v1/encounters/" + encounter + "/recordings:live")
        .send()
        .is(201)
        .json();
  }

  private SocketClient connected(JsonNode begun) {
    return SocketClient.open(base + begun.get("socket").asString());
  }

  private static SocketClient hello(SocketClient client) {
    return client.send("{\"type\":\"hello\",\"lastSent\":null}");
  }

  private static byte[] frame(int number) {
    return ByteBuffer.allocate(4 + FRAME)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(number)
        .put(SPOKEN, number * FRAME, FRAME)
        .array();
  }

  private static void send(SocketClient client, int from, int to) {
    for (int i = from; i < to; i++) {
      client.send(frame(i));
    }
  }

  private static void end(SocketClient client) throws Exception {
    client.send(
        "{\"type\":\"end\",\"lastSeq\":%d,\"sha256\":\"%s\"}"
            .formatted(FRAMES - 1, sha256(SPOKEN)));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private void isTheRecording(JsonNode ended) throws Exception {
    assertThat(ended.get("sha256").asString()).isEqualTo(sha256(SPOKEN));
    String path = "/api/v1/recordings/" + ended.get("recording").asString();
    Answer recording = service.get(path).is(200);
    assertThat(recording.json().get("state").asString()).isEqualTo("complete");
    assertThat(recording.json().get("seconds").asDouble()).isEqualTo(9);
    byte[] wav = service.get(path + "/audio").http().body();
    assertThat(Arrays.copyOfRange(wav, 44, wav.length)).isEqualTo(SPOKEN);
    assertThat(service.get("/api/v1/encounters/" + encounter + "/recordings").json().get("items"))
        .hasSize(1);
  }

  @Test
  void whatIsSpokenIsCaptionedAcknowledgedAndKept() throws Exception {
    try (SocketClient client = hello(connected(begun()))) {
      assertThat(client.next("resume").get("nextSeq").asLong()).isZero();
      send(client, 0, FRAMES);

      assertThat(client.next("partial").get("text").asString()).isEqualTo("somebody");
      JsonNode utterance = client.next("final").get("utterance");
      assertThat(utterance.get("text").asString()).isEqualTo("somebody speaks");
      assertThat(utterance.get("start").asDouble()).isLessThan(0.1);
      assertThat(utterance.get("end").asDouble()).isBetween(0.9, 1.1);

      end(client);
      JsonNode ended = client.next("ended");
      isTheRecording(ended);
      assertThat(client.closed()).startsWith("1000");
      JsonNode transcript =
          service.get("/api/v1/transcripts/" + ended.get("transcript").asString()).is(200).json();
      assertThat(transcript.toString().split("somebody speaks", -1)).hasSize(4);
    }
  }

  @Test
  void anAcknowledgementIsCumulativeAndComesWithoutFurtherFrames() throws Exception {
    try (SocketClient client = hello(connected(begun()))) {
      send(client, 0, 3);

      assertThat(client.next("ack").get("nextSeq").asLong()).isEqualTo(3);
    }
  }

  @Test
  void aBrokenConnectionGoesOnWhereItWasAndNothingIsLostOrDoubled() throws Exception {
    JsonNode begun = begun();
    SocketClient first = hello(connected(begun));
    send(first, 0, 40);
    first.next("ack");
    first.breakOff();

    try (SocketClient second = hello(connected(begun))) {
      int next = second.next("resume").get("nextSeq").asInt();
      assertThat(next).isBetween(1, 40);
      send(second, Math.max(0, next - 5), FRAMES); // five again
      end(second);

      isTheRecording(second.next("ended"));
    }
  }

  @Test
  void whatIsOnDiskIsEnoughToGoOnInAnotherProcess() throws Exception {
    JsonNode begun = begun();
    SocketClient first = hello(connected(begun));
    send(first, 0, 40);
    while (first.next("ack").get("nextSeq").asInt() < 40) {
      // until all are
    }
    first.breakOff();
    live.forget(UUID.fromString(begun.get("id").asString()));

    try (SocketClient second = hello(connected(begun))) {
      assertThat(second.next("resume").get("nextSeq").asInt()).isEqualTo(40);
      send(second, 40, FRAMES);
      end(second);

      isTheRecording(second.next("ended"));
    }
  }

  @Test
  void aMissingFrameIsAskedForAgain() throws Exception {
    try (SocketClient client = hello(connected(begun()))) {
      client.next("resume");
      send(client, 0, 2);
      send(client, 5, 6);

      assertThat(client.next("resume").get("nextSeq").asInt()).isEqualTo(2);
      send(client, 2, FRAMES);
      end(client);
      isTheRecording(client.next("ended"));
    }
  }

  @Test
  void theEndWaitsForWhatIsMissing() throws Exception {
    try (SocketClient client = hello(connected(begun()))) {
      client.next("resume");
      send(client, 0, 50);
      end(client);

      assertThat(client.next("resume").get("nextSeq").asInt()).isEqualTo(50);
      send(client, 50, FRAMES);
      end(client);
      isTheRecording(client.next("ended"));
    }
  }

  @Test
  void whatIsNotWhatWasSentIsSentAgainFromTheBeginning() throws Exception {
    try (SocketClient client = hello(connected(begun()))) {
      client.next("resume");
      byte[] wrong = frame(0);
      wrong[10] ^= 1;
      client.send(wrong);
      send(client, 1, FRAMES);
      end(client);

      assertThat(client.next("resume").get("nextSeq").asInt()).isZero();
      send(client, 0, FRAMES);
      end(client);
      isTheRecording(client.next("ended"));
    }
  }

  @Test
  void anEndWhoseAnswerWasLostIsAnsweredAgain() throws Exception {
    JsonNode begun = begun();
    try (SocketClient client = hello(connected(begun))) {
      send(client, 0, FRAMES);
      end(client);
      client.next("ended");
    }

    try (SocketClient again = hello(connected(begun))) {
      isTheRecording(again.next("ended"));
      assertThat(again.closed()).startsWith("1000");
    }
  }

  @Test
  void whoeverComesLaterTakesOver() throws Exception {
    JsonNode begun = begun();
    try (SocketClient first = hello(connected(begun))) {
      first.next("resume");
      try (SocketClient second = hello(connected(begun))) {
        second.next("resume");
        first.send(frame(0));

        assertThat(first.closed()).startsWith("4409");
        second.send(frame(0));
        assertThat(second.next("ack").get("nextSeq").asInt()).isEqualTo(1);
      }
    }
  }

  @Test
  void aPingIsAnswered() throws Exception {
    try (SocketClient client = connected(begun())) {
      client.send("{\"type\":\"ping\"}");

      client.next("pong");
    }
  }

  @Test
  void aLostBrowsersRecordingIsEndedWithWhatIsHere() throws Exception {
    JsonNode begun = begun();
    SocketClient client = hello(connected(begun));
    send(client, 0, FRAMES);
    while (client.next("ack").get("nextSeq").asInt() < FRAMES) {
      // until all are
    }
    client.breakOff();

    Answer finished =
        service.post("/api/v1/recordings/" + begun.get("id").asString() + ":finish").send().is(200);

    isTheRecording(finished.json());
  }

  @Test
  void aRecordingThatIsNotThereIsClosedWith4404() throws Exception {
    String[] paths = {
      "/api/v1/recordings/" + UUID.randomUUID() + "/live", "/api/v1/recordings/x/live"
    };
    for (String path : paths) {
      try (SocketClient client = SocketClient.open(base + path)) {
        assertThat(client.closed()).startsWith("4404 There is no such live recording");
      }
    }
  }

  @Test
  void whatHasNoPlaceInTheProtocolIsClosedWith4400() throws Exception {
    String[] wrong = {"{\"type\":\"sing\"}", "no json", "{\"type\":\"end\"}"};
    for (String message : wrong) {
      try (SocketClient client = connected(begun())) {
        client.send(message);
        assertThat(client.closed()).startsWith("4400 ");
      }
    }
    try (SocketClient client = hello(connected(begun()))) {
      client.send(new byte[5]);
      assertThat(client.closed()).startsWith("4400 ");
    }
  }

  @Test
  void aFrameThatIsTooLargeIsClosedWith1009() throws Exception {
    try (SocketClient client = hello(connected(begun()))) {
      client.send(new byte[100_000]);

      assertThat(client.closed()).startsWith("1009");
    }
  }

  @Test
  void whoSpeaksLongerThanAllowedIsClosedWith4413() throws Exception {
    try (SocketClient client = hello(connected(begun()))) {
      client.next("resume");
      for (int i = 0; i < 62; i++) {
        client.send(
            ByteBuffer.allocate(4 + 32_000).order(ByteOrder.LITTLE_ENDIAN).putInt(i).array());
      }

      assertThat(client.closed()).startsWith("4413");
    }
  }

  @Test
  void anotherPageMayNotConnect() {
    assertThat(SocketClient.refused(base + begun().get("socket").asString(), "http://evil.example"))
        .isEqualTo(403);
  }
}
