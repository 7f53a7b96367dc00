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
 * The images that are tested: in a release those that were pushed, by digest, from what the modules
 * before this one left in the folder of steps; else those that were built on this machine.
 *
 * @param byName each by its reference, as in {@code registry/org/ambient-gpt-api@sha256:…}
 * @param pushed whether they were
 */
record Images(Map<String, String> byName, boolean pushed) {
  static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final String API = "ambient-gpt-api";

  static Images tested() {
    try {
      Map<String, String> pushed = pushed(steps());
      if (!pushed.containsKey(API)) {
        return new Images(built(), false);
      }
      pushed.values().forEach(image -> Docker.run(Map.of(), "pull", "--quiet", image));
      return new Images(pushed, true);
    } catch (IOException e) {
      throw new IllegalStateException("The steps of the release cannot be read", e);
    }
  }

  static Path steps() {
    return Path.of(System.getProperty("smoke.steps"));
  }

  /** Whether this machine's Docker has them. */
  boolean here() {
    try {
      byName.values().forEach(image -> Docker.run(Map.of(), "image", "inspect", image));
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  String api() {
    return byName.get(API);
  }

  String bridge() {
    return byName.get("ambient-gpt-bridge");
  }

  String frontend() {
    return byName.get("ambient-gpt-frontend");
  }

  private static Map<String, String> built() {
    Map<String, String> byName = new TreeMap<>();
    for (String part : new String[] {"api", "base", "base-small", "bridge", "frontend"}) {
      byName.put(
          "ambient-gpt-" + part,
          System.getProperty("smoke.images")
              + "/ambient-gpt-"
              + part
              + ":"
              + System.getProperty("smoke.tag"));
    }
    return byName;
  }

  private static Map<String, String> pushed(Path steps) throws IOException {
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
    return byName;
  }

  private static String pinned(JsonNode image) {
    String where = image.get("where").get(0).asString();
    return where.substring(0, where.lastIndexOf(':')) + "@" + image.get("digest").asString();
  }
}
