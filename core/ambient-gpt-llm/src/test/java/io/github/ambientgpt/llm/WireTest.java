package io.github.ambientgpt.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.http.Proxies;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Which way a question goes. */
class WireTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static HttpResponse<WatchedBody> get(String url, Map<String, String> environment) {
    URI uri = URI.create(url);
    Service service =
        new Service("openai", uri, "noise", Optional.empty(), OptionalInt.empty(), PATIENCE, 0, 0);
    return new Wire(service, Proxies.of(environment)).get(uri, Map.of(), Monitor.NONE, PATIENCE);
  }

  private static ScriptedServer proxy(int status, String text) {
    return ScriptedServer.playing(
        ScriptedServer.answer(status, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void another_machine_is_reached_through_the_proxy_that_the_environment_names()
      throws IOException {
    try (ScriptedServer proxy = proxy(200, "through")) {
      HttpResponse<WatchedBody> reply =
          get("http://models.example/v1", Map.of("HTTP_PROXY", proxy.url().toString()));

      assertThat(Wire.text(reply, 100)).isEqualTo("through");
      assertThat(proxy.requests().get(0).target()).isEqualTo("http://models.example/v1");
    }
  }

  @Test
  void an_encrypted_way_is_asked_of_the_proxy_before_anything_is_sent() {
    try (ScriptedServer proxy = proxy(403, "")) {
      Map<String, String> environment = Map.of("HTTPS_PROXY", proxy.url().toString());

      assertThatThrownBy(() -> get("https://models.example/v1", environment))
          .isInstanceOf(ServerFault.class)
          .hasMessageContaining("models.example");
      assertThat(proxy.requests().get(0).method()).isEqualTo("CONNECT");
      assertThat(proxy.requests().get(0).target()).isEqualTo("models.example:443");
    }
  }

  @Test
  void a_machine_that_is_exempt_is_not_asked_of_the_proxy() {
    try (ScriptedServer proxy = proxy(200, "through")) {
      Map<String, String> environment =
          Map.of("HTTP_PROXY", proxy.url().toString(), "NO_PROXY", ".invalid");

      assertThatThrownBy(() -> get("http://models.invalid/v1", environment))
          .isInstanceOf(ServerFault.class);
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @Test
  void this_machine_is_never_reached_through_a_proxy() throws IOException {
    try (ScriptedServer proxy = proxy(200, "through");
        PlayedServer server =
            PlayedServer.start().at("/v1", (question, reply) -> reply.send("direct"))) {
      HttpResponse<WatchedBody> reply =
          get(server.url() + "/v1", Map.of("ALL_PROXY", proxy.url().toString()));

      assertThat(Wire.text(reply, 100)).isEqualTo("direct");
      assertThat(proxy.requests()).isEmpty();
    }
  }
}
