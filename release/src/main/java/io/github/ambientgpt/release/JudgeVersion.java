package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says what a version may do. */
public final class JudgeVersion {
  private JudgeVersion() {}

  /**
   * @param arguments {@code version}, {@code steps} (the folder for {@code version.properties})
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    Path steps = Files.createDirectories(given.path("steps"));
    Files.writeString(
        steps.resolve("version.properties"),
        "api.compatible=" + mustBeCompatible(given.text("version")) + "\n");
  }

  /**
   * Whether what others call must be as it was: a patch may not break it, and from 1.0 no minor.
   */
  static boolean mustBeCompatible(String version) {
    return !version.matches("(0\\.\\d+|\\d+\\.0)\\.0(-.*)?");
  }
}
