package io.github.ambientgpt.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static String proxyFor(String url, Map<String, String> environment) {
    List<Proxy> chosen = Proxies.of(environment).select(URI.create(url));
    assertThat(chosen).hasSize(1);
    return chosen.get(0).type() == Proxy.Type.DIRECT
        ? "none"
        : chosen.get(0).address().toString().replaceAll("^.*?([a-z.]+).*:(\\d+)$", "$1:$2");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://proxy.example:3128, https://a.example/, proxy.example:3128",
    "https_proxy, proxy.example:3128, https://a.example/, proxy.example:3128",
    "HTTPS_PROXY, http://proxy.example, https://a.example/, proxy.example:80",
    "HTTPS_PROXY, http://proxy.example:3128, http://a.example/, none",
    "http_proxy, http://proxy.example:3128, http://a.example/, proxy.example:3128",
    "ALL_PROXY, http://proxy.example:3128, https://a.example/, proxy.example:3128",
    "HTTPS_PROXY, http://proxy.example:3128, https://localhost/, none",
    "HTTPS_PROXY, http://proxy.example:3128, https://127.0.0.1/, none",
    "HTTPS_PROXY, '', https://a.example/, none",
  })
  void aVariableNamesTheProxy(String name, String value, String url, String proxy) {
    assertThat(proxyFor(url, Map.of(name, value))).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({
    "a.example, none",
    "A.EXAMPLE, none",
    "example, none",
    ".example, none",
    "*.example, none",
    "*, none",
    "'b.example, a.example', none",
    "b.example, proxy.example:3128",
    "xample, proxy.example:3128",
  })
  void noProxyExemptsHosts(String exempt, String proxy) {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "http://proxy.example:3128", "NO_PROXY", exempt);
    assertThat(proxyFor("https://a.example/file", environment)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://secret@p:1", "http://", "::secret::", "https://secret@p"})
  void aVariableThatHoldsNoProxyIsNamedButNotShown(String value) {
    Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", value));
    assertThatThrownBy(() -> proxies.apply(HttpClient.newBuilder()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aRequestReallyGoesThroughTheProxyAndGivesItsPassword() throws IOException {
    try (ScriptedServer proxy =
        ScriptedServer.playing(
            ScriptedServer.answer(
                407, "text/plain", new byte[0], "Proxy-Authenticate: Basic realm=\"x\""),
            ScriptedServer.answer(200, "text/plain", "through".getBytes(StandardCharsets.UTF_8)))) {
      Map<String, String> environment =
          Map.of("HTTP_PROXY", "http://user:pass@127.0.0.1:" + proxy.port());
      HttpResponse<String> answer =
          Exchange.send(
              Proxies.of(environment).apply(HttpClient.newBuilder()).build(),
              HttpRequest.newBuilder(URI.create("http://models.example/a.bin")).build(),
              HttpResponse.BodyHandlers.ofString(),
              Duration.ofSeconds(20),
              Monitor.NONE);

      assertThat(answer.body()).isEqualTo("through");
      assertThat(proxy.requests().get(1).target()).isEqualTo("http://models.example/a.bin");
      assertThat(proxy.requests().get(1).header("Proxy-Authorization"))
          .contains("Basic dXNlcjpwYXNz");
    }
  }
}
