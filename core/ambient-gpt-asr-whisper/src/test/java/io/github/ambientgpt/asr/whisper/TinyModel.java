package io.github.ambientgpt.asr.whisper;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Settings;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The model without weights: everything runs, no words come out. */
final class TinyModel {
  static final String FILE = "ggml-tiny.en-no-weights.bin";

  private TinyModel() {}

  static Path path() {
    try {
      return Path.of(TinyModel.class.getResource(FILE).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Settings settings() {
    return Settings.of(Settings.MODEL, path().toString());
  }

  /** Skips the test, saying what to install, where whisper.cpp's library does not load. */
  static void requireLibrary() {
    try {
      NativeLibrary.load();
    } catch (NotReadyException e) {
      abort("Skipped: " + e.getMessage());
    }
  }
}
