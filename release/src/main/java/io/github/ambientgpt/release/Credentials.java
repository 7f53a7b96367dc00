package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The logins that {@code docker login} keeps, in its file or in a helper of the system's. */
final class Credentials {
  private static final String HUB = "docker.io";
  private static final String HUB_KEY = "https://index.docker.io/v1/";

  private final JsonNode configuration;

  private Credentials(JsonNode configuration) {
    this.configuration = configuration;
  }

  static Credentials ofDocker() {
    String folder = System.getenv("DOCKER_CONFIG");
    return in(
        folder == null
            ? Path.of(System.getProperty("user.home"), ".docker", "config.json")
            : Path.of(folder, "config.json"));
  }

  static Credentials in(Path file) {
    try {
      JsonMapper json = JsonMapper.shared();
      return new Credentials(
          Files.isRegularFile(file) ? json.readTree(file.toFile()) : json.createObjectNode());
    } catch (JacksonException e) {
      throw new Refusal("Docker's " + file + " is no JSON: log in anew with docker login");
    }
  }

  /** As HTTP's Basic scheme wants them: {@code name:password} in base64. */
  Optional<String> basic(String host) {
    String key = host.equals(HUB) ? HUB_KEY : host;
    String helper =
        configuration
            .path("credHelpers")
            .path(key)
            .asString(configuration.path("credsStore").asString(""));
    if (!helper.isEmpty()) {
      Optional<String> kept = fromHelper(helper, key);
      if (kept.isPresent()) {
        return kept;
      }
    }
    String kept = configuration.path("auths").path(key).path("auth").asString("");
    return Optional.of(kept).filter(auth -> !auth.isEmpty());
  }

  private static Optional<String> fromHelper(String helper, String key) {
    try {
      Process process = new ProcessBuilder("docker-credential-" + helper, "get").start();
      try (OutputStream question = process.getOutputStream()) {
        question.write(key.getBytes(StandardCharsets.UTF_8));
      }
      byte[] answer = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        return Optional.empty();
      }
      JsonNode kept = JsonMapper.shared().readTree(answer);
      String both = kept.path("Username").asString() + ":" + kept.path("Secret").asString();
      return Optional.of(Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
