package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks before the chart is pushed, since Helm's push writes over a version that is there without a
 * word: people would have two charts of one name. The same package is not pushed again.
 */
public final class GuardChart {
  private GuardChart() {}

  /**
   * @param arguments {@code chart} (registry, path and name), {@code version}, {@code package},
   *     {@code time} (ISO-8601, which the package gets: Helm's push writes it into the registry),
   *     {@code insecure} (plain HTTP), {@code rehearsal.skip} (a rehearsal gives its version again
   *     and again), {@code steps}
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    String version = given.text("version");
    String name = given.text("chart");
    Path file = given.path("package");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(given.text("time"))));
    boolean changes = version.endsWith("-SNAPSHOT") || !given.flag("rehearsal.skip");
    Optional<String> there =
        Registry.of(name, given.flag("insecure"), Credentials.ofDocker(), Duration.ofSeconds(10))
            .manifest(name.substring(name.indexOf('/') + 1), version);
    boolean skip = !changes && there.isPresent();
    if (skip) {
      requireSame(name + ":" + version, there.get(), Images.digest(Files.readAllBytes(file)));
      System.out.println(name + ":" + version + " is there already, and the same");
    }
    Files.createDirectories(given.path("steps"));
    Files.writeString(
        given.path("steps").resolve("chart.properties"), "chart.push.skip=" + skip + "\n");
  }

  /**
   * @throws Refusal when what is there holds another package
   */
  static void requireSame(String name, String manifest, String digest) {
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
