package io.github.ambientgpt.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Images in registries, through {@code docker buildx imagetools}, which has the user's logins and
 * copies between registries.
 */
final class Images {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Images() {}

  /**
   * Gives an image, or a list made of several, a name; content and so digest stay. One name at a
   * time: a registry may trip over the same list arriving under two.
   */
  static void name(String name, List<String> sources) {
    List<String> command =
        new ArrayList<>(List.of("docker", "buildx", "imagetools", "create", "--tag", name));
    command.addAll(sources);
    Command.run(command);
  }

  static byte[] manifest(String reference) {
    return Command.run(List.of("docker", "buildx", "imagetools", "inspect", "--raw", reference));
  }

  /** Empty where the registry has nothing of that name. */
  static Optional<byte[]> find(String reference) {
    try {
      return Optional.of(manifest(reference));
    } catch (Refusal e) {
      if (e.getMessage().endsWith(": not found")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static String digest(byte[] manifest) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(manifest);
      return "sha256:" + HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The bytes of a manifest's blobs; of a list, of its largest platform. */
  static long bytes(String repository, byte[] manifest) {
    JsonNode json = JSON.readTree(manifest);
    if (json.has("manifests")) {
      return json.get("manifests")
          .valueStream()
          .mapToLong(
              m -> bytes(repository, manifest(repository + "@" + m.get("digest").asString())))
          .max()
          .orElse(0);
    }
    long layers =
        json.get("layers").valueStream().mapToLong(layer -> layer.get("size").asLong()).sum();
    return json.get("config").get("size").asLong() + layers;
  }

  /** Its platforms as {@code os/architecture}; none if it is not a list. */
  static List<String> platforms(byte[] manifest) {
    JsonNode json = JSON.readTree(manifest);
    return json.path("manifests")
        .valueStream()
        .map(m -> m.get("platform"))
        .map(p -> p.get("os").asString() + "/" + p.get("architecture").asString())
        .toList();
  }
}
