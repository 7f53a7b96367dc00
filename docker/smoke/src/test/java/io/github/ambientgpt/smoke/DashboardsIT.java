package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each panel of the dashboards shows something of a running stack: its query, asked of a real
 * Prometheus.
 */
class DashboardsIT {
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
      Dashboards.use(visitor);

      Map<String, String> silent = new LinkedHashMap<>();
      Dashboards.all().forEach(dashboard -> silent.putAll(Dashboards.queries(dashboard)));
      assertThat(silent).isNotEmpty();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!silent.isEmpty() && System.nanoTime() < end) {
        silent.values().removeIf(query -> answered(compose, query));
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
      }
      assertThat(silent).as("panels without data").isEmpty();
    }
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
