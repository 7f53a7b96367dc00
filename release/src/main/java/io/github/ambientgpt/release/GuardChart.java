package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks before the chart is pushed, since Helm's push writes over a version that is there without a
 * word: people would have two charts of one name.
 */
public final class GuardChart {
  private GuardChart() {}

  /**
   * @param arguments {@code chart} (registry, path and name), {@code version}, {@code package},
   *     {@code rehearsal.skip} (a rehearsal gives its version again and again)
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    String version = given.text("version");
    if (version.endsWith("-SNAPSHOT") || !given.flag("rehearsal.skip")) {
      return; // is meant to change
    }
    String name = given.text("chart") + ":" + version;
    Path file = given.path("package");
    Optional<byte[]> there = Images.find(name);
    if (there.isPresent()) {
      requireSame(name, there.get(), Images.digest(Files.readAllBytes(file)));
    }
  }

  /**
   * @throws Refusal when what is there holds another package
   */
  static void requireSame(String name, byte[] manifest, String digest) {
    for (JsonNode layer : JsonMapper.shared().readTree(manifest).path("layers")) {
      if (layer.path("digest").asString("").equals(digest)) {
        return;
      }
    }
    throw new Refusal(
        "%s is there already, with another content than %s: a version is never given twice; release another one"
            .formatted(name, digest));
  }
}
