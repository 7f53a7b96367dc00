package io.github.ambientgpt.api.lambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.SocketClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What holds whether or not a model is there; what a model says is a test of its own. */
@ApiTest
class LambientSocketsTest {
  private final String base;

  LambientSocketsTest(@LocalServerPort int port) {
    this.base = "ws://127.0.0.1:" + port;
  }

  @Test
  void anUnknownModelIsClosedWith4404() throws Exception {
    try (SocketClient client = SocketClient.open(base + "/ws/vosk?model=nobody-has-this")) {
      assertThat(client.closed()).isEqualTo("4404 Model 'nobody-has-this' not found");
    }
  }

  @Test
  void aModelsNameIsNoPath() throws Exception {
    try (SocketClient client = SocketClient.open(base + "/api/ws/vosk?model=..%2F..%2Fetc")) {
      assertThat(client.closed()).isEqualTo("4404 Model '../../etc' not found");
    }
  }

  @Test
  void anotherPageMayNotConnect() {
    assertThat(SocketClient.refused(base + "/ws/stream", "http://evil.example")).isEqualTo(403);
  }

  @Test
  void azureWithoutAKeySaysSoAfterThreeSeconds() throws Exception {
    try (SocketClient client = SocketClient.open(base + "/ws/stream?engine=azure_speech")) {
      for (int second = 0; second < 3; second++) {
        client.send(new byte[32_000]);
      }

      assertThat(client.next().get("partial").asString()).isEqualTo("Processing audio...");
      var error = client.next();
      assertThat(error.get("partial").asString()).startsWith("Azure Error: ").endsWith("...");
      assertThat(error.get("elapsed").asString()).isEqualTo("00:03");
    }
  }

  @Test
  void aTextFrameIsClosedWith1011() throws Exception {
    try (SocketClient client = SocketClient.open(base + "/ws/stream?engine=azure_speech")) {
      client.send("hello");

      assertThat(client.closed()).startsWith("1011");
    }
  }

  @Test
  void anEngineThatNobodyKnowsIsClosed() throws Exception {
    try (SocketClient client = SocketClient.open(base + "/ws/stream?engine=parrot")) {
      assertThat(client.closed()).startsWith("4404");
    }
  }
}
