package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboards that compose and the chart have, and what gives each of their panels a figure. */
final class Dashboards {
  private Dashboards() {}

  static List<JsonNode> all() throws IOException {
    try (Stream<Path> files = Files.list(Images.ROOT.resolve("chart/dashboards"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> JsonMapper.shared().readTree(file.toFile()))
          .toList();
    }
  }

  /** One of each that a panel counts, failures too. */
  static void use(Visitor visitor) {
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
  static Map<String, String> queries(JsonNode dashboard) {
    Map<String, String> queries = new LinkedHashMap<>();
    for (JsonNode panel : panels(dashboard)) {
      for (JsonNode target : panel.path("targets")) {
        queries.put(
            "%s: %s %s"
                .formatted(
                    dashboard.path("title").asString(),
                    panel.path("title").asString(),
                    target.path("refId").asString()),
            filledIn(target.path("expr").asString()));
      }
    }
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
}
