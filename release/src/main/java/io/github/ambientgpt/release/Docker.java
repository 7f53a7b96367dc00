package io.github.ambientgpt.release;

import java.util.List;

/** Docker on this machine. */
final class Docker {
  private Docker() {}

  /**
   * @throws Refusal if it does not answer, or lacks what the images need
   */
  static void require() {
    try {
      Command.text("docker", "version", "--format", "{{.Server.Version}}");
      Command.text("docker", "buildx", "version");
      Command.text("docker", "compose", "version");
    } catch (Refusal e) {
      throw new Refusal(
          "Docker with buildx and compose is needed to make and test the images: start or install it ("
              + e.getMessage()
              + ")");
    }
  }

  /** The digests of an image's layers, from the bottom up. */
  static List<String> layers(String image) {
    return Command.text(
            "docker",
            "image",
            "inspect",
            "--format",
            "{{range .RootFS.Layers}}{{println .}}{{end}}",
            image)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  /** Whether its topmost layer is what it remembers of its start (a Java AOT cache). */
  static boolean remembersItsStart(String image) {
    return Command.text(
            "docker", "image", "inspect", "--format", "{{json .Config.Entrypoint}}", image)
        .contains("-XX:AOTCache=");
  }
}
