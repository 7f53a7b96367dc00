package io.github.ambientgpt.smoke;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A container of an image's, which goes with all that it wrote when it is closed. */
final class Container implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final String id;
  private final int port;

  private Container(String id, int port) {
    this.id = id;
    this.port = port;
  }

  /**
   * One that may nothing.
   *
   * @param port that it listens to
   * @param user and group, as numbers
   * @param more of what {@code docker run} can be told
   */
  static Container guest(String image, int port, String user, String... more) {
    return guest(image, port, user, List.of(), more);
  }

  /**
   * @param java what Java is told instead of what the image says; nothing for that
   */
  static Container guest(String image, int port, String user, List<String> java, String... more) {
    List<String> command = new ArrayList<>(guest(user, "127.0.0.1:0:" + port));
    command.addAll(List.of("--volume", "/data"));
    command.addAll(List.of(more));
    if (!java.isEmpty()) {
      command.addAll(List.of("--entrypoint", "/opt/java/bin/java"));
    }
    command.add(image);
    command.addAll(java);
    return new Container(Docker.run(Map.of(), command.toArray(String[]::new)), port);
  }

  /**
   * {@code docker run} of one that may nothing, up to where it says what is mounted.
   *
   * @param published address, port on this machine, port in the container
   */
  static List<String> guest(String user, String published) {
    return List.of(
        "run",
        "--detach",
        "--read-only",
        "--tmpfs",
        "/tmp:noexec",
        "--cap-drop",
        "ALL",
        "--user",
        user,
        "--cpus",
        "2",
        "--memory",
        "1g",
        "--publish",
        published);
  }

  /** What is in some folders of an image. */
  static List<String> files(String image, String... folders) {
    String id = Docker.run(Map.of(), "create", image);
    try {
      return Stream.of(folders).flatMap(folder -> Docker.files(id, folder).stream()).toList();
    } finally {
      Docker.run(Map.of(), "rm", id);
    }
  }

  static JsonNode configuration(String image) {
    return JsonMapper.shared()
        .readTree(Docker.run(Map.of(), "image", "inspect", image))
        .get(0)
        .get("Config");
  }

  URI door() {
    String published = Docker.run(Map.of(), "port", id, Integer.toString(port));
    return URI.create("http://" + published.lines().findFirst().orElseThrow());
  }

  /** Waits until its log has some words. */
  void awaitLog(String words) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!log().contains(words)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("It does not say '" + words + "':\n" + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** Waits until Docker's own check finds it well. */
  void awaitHealth() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      String state =
          Docker.run(
              Map.of(), "inspect", "--format", "{{.State.Status}} {{.State.Health.Status}}", id);
      if (state.equals("running healthy")) {
        return;
      }
      if (state.startsWith("exited")) {
        break;
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new IllegalStateException("It does not get well:\n" + log());
  }

  /** Waits until a path is answered with 200. */
  void awaitAnswer(String path, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Visitor visitor = new Visitor(door());
    while (!visitor.isAnswered(path)) {
      if (System.nanoTime() > end || !isRunning()) {
        throw new IllegalStateException(path + " is not answered:\n" + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private boolean isRunning() {
    return Docker.run(Map.of(), "inspect", "--format", "{{.State.Running}}", id).equals("true");
  }

  String log() {
    return Docker.run(Map.of(), "logs", id);
  }

  /** Tells it to stop and gives its exit code; 137 when the grace was not enough. */
  int stop(Duration grace) {
    Docker.run(Map.of(), "stop", "--time", Long.toString(grace.toSeconds()), id);
    return Integer.parseInt(Docker.run(Map.of(), "inspect", "--format", "{{.State.ExitCode}}", id));
  }

  @Override
  public void close() {
    Docker.run(Map.of(), "rm", "--force", "--volumes", id);
  }
}
