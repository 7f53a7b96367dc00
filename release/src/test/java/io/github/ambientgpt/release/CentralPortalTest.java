package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CentralPortalTest {
  private HttpServer server;
  private int status = 200;
  private String body = "{}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private boolean published() {
    return new CentralPortal("http://127.0.0.1:" + server.getAddress().getPort(), "name:password")
        .published("org.example", "thing", "1.0");
  }

  @Test
  void whatItHasIsPublished() {
    body = "{\"published\": true}";
    assertThat(published()).isTrue();

    body = "{\"published\": false}";
    assertThat(published()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aTokenThatItDoesNotTakeIsToldWithACure(int refusal) {
    status = refusal;

    assertThatThrownBy(this::published)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("lets nobody in with this token")
        .hasMessageContaining("CENTRAL_TOKEN_NAME")
        .hasMessageNotContaining("password");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 500})
  void anythingElseIsNoAnswerOfIts(int status) {
    this.status = status;
    body = "<html>";

    assertThatThrownBy(this::published)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("does not answer as it should");
  }
}
