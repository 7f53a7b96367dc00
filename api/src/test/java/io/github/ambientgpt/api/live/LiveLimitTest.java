package io.github.ambientgpt.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.SocketClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@ApiTest
@TestPropertySource(
    properties = {"ambient-gpt.live.recognizer=loudness", "ambient-gpt.live.sessions=2"})
class LiveLimitTest {
  private final Service service;
  private final String base;

  LiveLimitTest(@LocalServerPort int port) {
    this.service = Service.at(port);
    this.base = "ws://127.0.0.1:" + port;
  }

  private SocketClient connected() {
    String path = "/api/v1/encounters/" + service.encounter("Live").id() + "/recordings:live";
    return SocketClient.open(
        base + service.post(path).send().is(201).json().get("socket").asString());
  }

  @Test
  void whoeverIsOneTooManyIsClosedWith4429() throws Exception {
    try (SocketClient first = heard();
        SocketClient second = heard();
        SocketClient third = connected()) {
      assertThat(third.closed()).startsWith("4429 ");
      ping(first);
      ping(second);
    }
  }

  /**
   * A handshake may end, here, before the service counts the session: its answer says that it has.
   */
  private SocketClient heard() throws InterruptedException {
    return ping(connected());
  }

  private static SocketClient ping(SocketClient client) throws InterruptedException {
    client.send("{\"type\":\"ping\"}").next("pong");
    return client;
  }
}
