package io.github.ambientgpt.core.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whisper models with weights, which tests of real speech need.
 *
 * @since 0.1.0
 */
public final class WhisperModels {
  /** The environment variable that names their folder. */
  public static final String VARIABLE = "WHISPER_MODELS";

  private WhisperModels() {}

  /**
   * The file of a model; skips the test without it, and fails it where all parts are required.
   *
   * @param name such as {@code tiny.en}
   */
  public static Path require(String name) {
    String folder = System.getenv(VARIABLE);
    Path file = Path.of(folder == null ? "" : folder, "ggml-" + name + ".bin");
    Part.require(
        "The Whisper model " + name,
        folder != null && Files.isRegularFile(file),
        "Name the folder that has ggml-%s.bin in the variable %s; 'ambient-gpt models pull"
                .formatted(name, VARIABLE)
            + " whisper-%s' gets it.".formatted(name));
    return file;
  }
}
