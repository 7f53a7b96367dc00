package io.github.ambientgpt.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of Docker. */
final class Docker {
  private Docker() {}

  /** Null when Docker answers, else what is missing and how to get it. */
  static String missing() {
    try {
      run(Map.of(), "version", "--format", "{{.Server.Version}}");
      run(Map.of(), "compose", "version");
      return null;
    } catch (IllegalStateException e) {
      return "Docker with compose is not there: install it, or start it (" + e.getMessage() + ")";
    }
  }

  static String run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      builder.directory(new File(System.getProperty("project.root")));
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + output);
      }
      return output.strip();
    } catch (IOException e) {
      throw new IllegalStateException("docker cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
