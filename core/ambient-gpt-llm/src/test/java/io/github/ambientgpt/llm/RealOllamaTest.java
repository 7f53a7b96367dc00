package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.contract.Part;
import io.github.ambientgpt.core.language.LanguageModel;
import io.github.ambientgpt.core.provider.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A real {@code ollama serve} whose model has random weights: its words are noise, its protocol is
 * not.
 */
@Tag("ollama")
class RealOllamaTest {
  private static final Settings SETTINGS = Settings.of(Settings.MODEL, "noise");

  @BeforeEach
  void requireOllama() {
    Part.require(
        "Ollama on 127.0.0.1:11434 with a model 'noise'",
        answers(),
        "Start it with 'ollama serve', and give it any small model under that name: 'ollama cp"
            + " MODEL noise'.");
  }

  private static boolean answers() {
    try (LanguageModel model = new OllamaProvider().create(SETTINGS)) {
      return model.contextTokens().isPresent();
    }
  }
}
