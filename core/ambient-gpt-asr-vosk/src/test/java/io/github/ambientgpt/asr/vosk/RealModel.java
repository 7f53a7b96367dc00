package io.github.ambientgpt.asr.vosk;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.ambientgpt.core.provider.Settings;
import java.nio.file.Path;

/** A real model: none is small enough to lie beside these tests. */
final class RealModel {
  private static final String VARIABLE = "VOSK_MODEL";

  private RealModel() {}

  /** Skips the test, saying what to do, where there is none. */
  static Path require() {
    String folder = System.getenv(VARIABLE);
    if (folder == null || folder.isBlank()) {
      abort(
          "No Vosk model. Unpack any, such as %s, and name its folder in the variable %s."
              .formatted(KaldiModel.DEFAULT, VARIABLE));
    }
    return Path.of(folder).toAbsolutePath();
  }

  static Settings settings() {
    return Settings.of(Settings.MODEL, require().toString());
  }
}
