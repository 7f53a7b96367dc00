package io.github.ambientgpt.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The Whisper model with weights that real speech is measured with. */
final class SpeechModel {
  private static final String VARIABLE = "WHISPER_MODELS";
  private static final String FILE = "ggml-tiny.en.bin";

  /** What to do where there is none. */
  static final String MISSING =
      "No Whisper model, so real speech was not measured: name the folder that has %s in the variable %s; 'ambient-gpt models pull whisper-tiny.en' gets it."
          .formatted(FILE, VARIABLE);

  private SpeechModel() {}

  static Optional<Path> find() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .map(folder -> Path.of(folder, FILE))
        .filter(Files::isRegularFile);
  }
}
