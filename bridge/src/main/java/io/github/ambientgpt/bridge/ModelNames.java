package io.github.ambientgpt.bridge;

import java.util.Map;

/** The names that clients use for Ollama's models. */
final class ModelNames {
  private static final Map<String, String> KNOWN =
      Map.of(
          "gemma3-4b", "gemma3:4b",
          "deepseek-r1-14b", "deepseek-r1:14b",
          "llama3", "llama3:latest",
          "phi4", "phi4:latest");

  private ModelNames() {}

  /** Of a name that is not known, every hyphen becomes a colon. */
  static String ollama(String name) {
    return KNOWN.getOrDefault(name, name.replace('-', ':'));
  }
}
