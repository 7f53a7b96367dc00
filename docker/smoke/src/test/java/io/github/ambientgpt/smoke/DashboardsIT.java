package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each panel of the dashboards shows something of a running stack: its query, asked of a real
 * Prometheus.
 */
class DashboardsIT {
  private static final Path DASHBOARDS = Images.ROOT.resolve("chart/dashboards");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path secrets;

  @Test
  void everyPanelsQueryHasAnAnswer() throws IOException {
    try (PlayedOllama ollama = new PlayedOllama();
        Compose compose =
            new Compose(
                "ambient-gpt-figures",
                Images.tested(),
                Map.of(
                    "AMBIENT_GPT_METRICS_TOKEN_FILE", secret("metrics-token"),
                    "BRIDGE_TOKEN_FILE", secret("bridge-token"),
                    "OLLAMA_URL", ollama.url()))) {
      compose.up("frontend", "bridge", "prometheus");
      Visitor visitor = new Visitor(compose.door());
      visitor.comeIn(compose.run("logs", "--no-color", "api"));
      use(visitor);

      Map<String, String> silent = queries();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!silent.isEmpty() && System.nanoTime() < end) {
        silent.values().removeIf(query -> answered(compose, query));
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
      }
      assertThat(silent).as("panels without data").isEmpty();
    }
  }

  /** One of each that a panel counts, failures too. */
  private static void use(Visitor visitor) {
    String visit =
        visitor
            .post("/api/v1/encounters", Map.of("label", "Figures"), 201)
            .headers()
            .firstValue("location")
            .orElseThrow();
    String transcript =
        visitor
            .post(
                visit + "/transcripts",
                "text/plain",
                BodyPublishers.ofString("Patient: I have a dry cough."),
                201)
            .headers()
            .firstValue("location")
            .orElseThrow();
    for (String model : List.of(PlayedOllama.MODEL, "no-such-model")) {
      visitor.awaitEnd(
          visitor.post(
              visit + "/notes",
              Map.of(
                  "transcriptId",
                  transcript.substring(transcript.lastIndexOf('/') + 1),
                  "languageModel",
                  "bridge",
                  "model",
                  model),
              202));
    }
    String recording =
        visitor.record(visit, "visit.wav", "audio/wav", Sound.silence(Duration.ofSeconds(2)));
    visitor.post( // no recognizer has a model
        recording + ":transcribe", "application/json", BodyPublishers.ofString("{}"), 503);
  }

  /** What each panel asks, by dashboard and title. */
  private static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode dashboard = JsonMapper.shared().readTree(file.toFile());
        for (JsonNode panel : panels(dashboard)) {
          panel
              .path("targets")
              .forEach(
                  target ->
                      queries.put(
                          file.getFileName()
                              + ": "
                              + panel.path("title").asString()
                              + " "
                              + target.path("refId").asString(),
                          filledIn(target.path("expr").asString())));
        }
      }
    }
    assertThat(queries).isNotEmpty();
    return queries;
  }

  private static List<JsonNode> panels(JsonNode parent) {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : parent.path("panels")) {
      panels.add(panel);
      panels.addAll(panels(panel));
    }
    return panels;
  }

  /** As Grafana puts in what was chosen: a range, and anything else for all. */
  private static String filledIn(String query) {
    return query
        .replaceAll("\\$\\{?__(rate_interval|range|interval)}?", "1m")
        .replaceAll("\\$\\{?\\w+(:\\w+)?}?", ".*");
  }

  private static boolean answered(Compose compose, String query) {
    String answer =
        compose.run(
            "exec",
            "-T",
            "prometheus",
            "promtool",
            "query",
            "instant",
            "http://127.0.0.1:9090",
            query);
    return !answer.isBlank();
  }

  private String secret(String name) throws IOException {
    Path file = Files.writeString(secrets.resolve(name), "smoke-test-" + name + "-0123456789");
    return file.toString();
  }
}
