package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The images that the modules before this one have pushed, from what they left in the folder of
 * steps.
 *
 * @param byName each by its digest, as in {@code registry/org/ambient-gpt-api@sha256:…}
 */
record PushedImages(Map<String, String> byName) {
  static PushedImages in(Path steps) throws IOException {
    Map<String, String> byName = new TreeMap<>();
    if (Files.isDirectory(steps)) {
      try (Stream<Path> files = Files.list(steps)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
          JsonNode step = JsonMapper.shared().readTree(file.toFile());
          if (!step.get("name").asString().equals("promotion")) {
            step.get("published")
                .valueStream()
                .filter(published -> published.get("kind").asString().equals("image"))
                .forEach(image -> byName.put(image.get("name").asString(), pinned(image)));
          }
        }
      }
    }
    return new PushedImages(byName);
  }

  String get(String name) {
    return byName.get(name);
  }

  private static String pinned(JsonNode image) {
    String where = image.get("where").get(0).asString();
    return where.substring(0, where.lastIndexOf(':')) + "@" + image.get("digest").asString();
  }
}
