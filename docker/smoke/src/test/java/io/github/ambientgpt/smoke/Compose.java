package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The compose file that users have, with the images that are tested, as a project of its own. */
final class Compose implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";

  private final String project;
  private final Map<String, String> environment;
  private final Path pins;

  /**
   * @param project a name that nothing else on this machine has
   * @param settings what stands in {@code .env}
   */
  Compose(String project, Images images, Map<String, String> settings) {
    this.project = project;
    this.environment = new TreeMap<>(settings);
    environment.putIfAbsent("AMBIENT_GPT_PORT", "0");
    environment.putIfAbsent("AMBIENT_GPT_VERSION", "tested");
    environment.putIfAbsent("GRAFANA_PORT", "0");
    try {
      pins = Files.createTempFile("pins", ".yaml");
      Files.writeString(pins, pinned(images));
    } catch (IOException e) {
      throw new IllegalStateException("No temporary file can be written", e);
    }
    takeDown(); // what a test left that was cut off
  }

  /** Starts the services, all or those that are named, and waits until each is healthy. */
  void up(String... services) {
    List<String> arguments =
        new ArrayList<>(
            List.of("up", "--detach", "--wait", "--wait-timeout", "180", "--quiet-pull"));
    arguments.addAll(List.of(services));
    run(arguments.toArray(String[]::new));
  }

  /** Where the page is. */
  URI door() {
    return URI.create("http://" + run("port", "frontend", "8080"));
  }

  String container(String service) {
    return run("ps", "--quiet", service);
  }

  /** What Docker says of a service's container. */
  JsonNode state(String service) {
    return JsonMapper.shared().readTree(Docker.run(Map.of(), "inspect", container(service))).get(0);
  }

  /** Waits until Docker has started a service again by itself. */
  void awaitRestart(String service) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end) {
      if (state(service).get("RestartCount").asInt() > 0) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new IllegalStateException(service + " is not started again");
  }

  /** What the file comes to with all profiles. */
  JsonNode everything() {
    return JsonMapper.shared().readTree(run("--profile", "*", "config", "--format", "json"));
  }

  String run(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "compose",
                "--project-name",
                project,
                "--file",
                "compose.yaml",
                "--file",
                pins.toString()));
    all.addAll(List.of(arguments));
    return Docker.run(environment, all.toArray(String[]::new));
  }

  @Override
  public void close() {
    takeDown();
    pins.toFile().delete();
  }

  private void takeDown() {
    // What a profile holds stays up else, once somebody asked for it by its name.
    run("--profile", "*", "down", "--volumes", "--timeout", "5");
  }

  static boolean isLoopback(String address) {
    return address.equals(ADDRESS);
  }

  private static String pinned(Images images) {
    return """
        services:
          api: { image: "%s" }
          bridge: { image: "%s" }
          frontend: { image: "%s" }
          prometheus: { image: "prom/prometheus:latest" }
        """
        .formatted(images.api(), images.bridge(), images.frontend());
  }
}
