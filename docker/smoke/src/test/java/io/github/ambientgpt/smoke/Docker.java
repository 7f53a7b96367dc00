package io.github.ambientgpt.smoke;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of Docker. */
final class Docker {
  private static final int TAR_BLOCK = 512;

  private Docker() {}

  /**
   * Ends the processes of a container, but for its first, which Docker would not restart: from a
   * shell beside it, since it has none.
   *
   * @param shell an image with one
   */
  static void killInside(String container, String shell) {
    String user = run(Map.of(), "inspect", "--format", "{{.Config.User}}", container);
    attempt(
        "run",
        "--rm",
        "--pid",
        "container:" + container,
        "--user",
        user,
        "--entrypoint",
        "/bin/sh",
        shell,
        "-c",
        "for p in /proc/[0-9]*; do p=${p#/proc/}; [ $p = 1 ] || [ $p = $$ ] || kill -9 $p; done");
  }

  /** What may end with its container, as a process beside the one that ends does. */
  private static void attempt(String... arguments) {
    try {
      run(Map.of(), arguments);
    } catch (IllegalStateException e) {
      // it went with the others
    }
  }

  /** What is in a folder of a container, which need not run; nothing if there is no such folder. */
  static List<String> files(String container, String folder) {
    try {
      Process process =
          new ProcessBuilder("docker", "cp", container + ":" + folder, "-")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      List<String> names = new ArrayList<>();
      try (InputStream tar = process.getInputStream()) {
        for (byte[] header = tar.readNBytes(TAR_BLOCK);
            header.length == TAR_BLOCK && header[0] != 0;
            header = tar.readNBytes(TAR_BLOCK)) {
          names.add(text(header, 0, 100));
          long size = Long.parseLong(text(header, 124, 12).strip(), 8);
          tar.skipNBytes((size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK);
        }
        tar.readAllBytes();
      }
      process.waitFor();
      return names.stream().filter(name -> !name.endsWith("/")).toList();
    } catch (IOException e) {
      throw new IllegalStateException("docker cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] header, int from, int length) {
    return new String(header, from, length, StandardCharsets.US_ASCII)
        .replaceFirst("(?s)\\x00.*", "");
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
