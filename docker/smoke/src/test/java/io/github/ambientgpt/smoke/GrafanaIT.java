package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The profile observability with the public Grafana: its dashboards are ours, and each of their
 * panels gets an answer, both asked of its API.
 */
@Tag("grafana")
class GrafanaIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String PASSWORD = "smoke-test-grafana-0123456789";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path secrets;

  @Test
  void itShowsOurDashboardsAndEachPanelHasAnAnswer() throws IOException {
    try (PlayedOllama ollama = new PlayedOllama();
        Compose compose =
            new Compose(
                "ambient-gpt-grafana",
                Images.tested(),
                Map.of(
                    "AMBIENT_GPT_METRICS_TOKEN_FILE", secret("metrics-token"),
                    "BRIDGE_TOKEN_FILE", secret("bridge-token"),
                    "COMPOSE_PROFILES", "observability",
                    "GRAFANA_PASSWORD_FILE", secret("grafana-password"),
                    "OLLAMA_URL", ollama.url()))) {
      requireImage(compose.everything().at("/services/grafana/image").asString());
      compose.up("frontend", "bridge", "grafana");
      URI grafana = URI.create("http://" + compose.run("port", "grafana", "3000"));
      Visitor visitor = new Visitor(compose.door());
      visitor.comeIn(compose.run("logs", "--no-color", "api"));
      Dashboards.use(visitor);

      assertThat(get(grafana, "/api/datasources/uid/prometheus").get("type").asString())
          .isEqualTo("prometheus");
      Map<String, String> silent = new LinkedHashMap<>();
      for (JsonNode ours : Dashboards.all()) {
        JsonNode shown = get(grafana, "/api/dashboards/uid/" + ours.get("uid").asString());
        assertThat(shown.at("/meta/provisioned").asBoolean()).isTrue();
        assertThat(shown.at("/dashboard/title")).isEqualTo(ours.get("title"));
        Map<String, String> queries = Dashboards.queries(shown.get("dashboard"));
        assertThat(queries).isEqualTo(Dashboards.queries(ours));
        silent.putAll(queries);
      }
      assertThat(silent).isNotEmpty();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!silent.isEmpty() && System.nanoTime() < end) {
        silent.values().removeIf(query -> isAnswered(grafana, query));
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
      }
      assertThat(silent).as("panels without data").isEmpty();
    }
  }

  private static void requireImage(String image) {
    boolean there;
    try {
      Docker.run(Map.of(), "image", "inspect", image);
      there = true;
    } catch (IllegalStateException notYet) {
      there = isPulled(image);
    }
    Part.require("Grafana's image", there, "Get it: docker pull " + image + ".");
  }

  private static boolean isPulled(String image) {
    try {
      Docker.run(Map.of(), "pull", "--quiet", image);
      return true;
    } catch (IllegalStateException unreachable) {
      return false;
    }
  }

  /** As a panel asks: by Grafana's own way to its data source. */
  private boolean isAnswered(URI grafana, String query) {
    String question =
        JSON.writeValueAsString(
            Map.of(
                "from",
                "now-5m",
                "to",
                "now",
                "queries",
                List.of(
                    Map.of(
                        "refId",
                        "A",
                        "datasource",
                        Map.of("type", "prometheus", "uid", "prometheus"),
                        "expr",
                        query,
                        "instant",
                        true,
                        "range",
                        false))));
    JsonNode answer =
        send(
            request(grafana, "/api/ds/query")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question)));
    return answer
        .at("/results/A/frames")
        .valueStream()
        .anyMatch(frame -> !frame.at("/data/values/0").isEmpty());
  }

  private JsonNode get(URI grafana, String path) {
    return send(request(grafana, path).GET());
  }

  private static HttpRequest.Builder request(URI grafana, String path) {
    String login =
        Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(grafana.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Basic " + login);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException("Grafana does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking Grafana", e);
    }
  }

  private String secret(String name) throws IOException {
    String value = name.startsWith("grafana") ? PASSWORD : "smoke-test-" + name + "-0123456789";
    return Files.writeString(secrets.resolve(name), value).toString();
  }
}
