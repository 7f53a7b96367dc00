package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passes unless it is told to fail, and says as the real one does which images it has seen. */
class SmallIT {
  @Test
  void theImagesWork() throws IOException {
    assertThat(System.getenv("SMOKE_FAILS")).as("told to fail").isNull();
    Path steps = Path.of(System.getProperty("smoke.steps"));
    List<String> pinned = new ArrayList<>();
    try (Stream<Path> files = Files.list(steps)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        for (JsonNode image : JsonMapper.shared().readTree(file.toFile()).get("published")) {
          String where = image.get("where").get(0).asString();
          pinned.add(
              where.substring(0, where.lastIndexOf(':')) + "@" + image.get("digest").asString());
        }
      }
    }
    Files.write(steps.resolve("tested.txt"), pinned);
  }
}
