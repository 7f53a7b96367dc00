package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import java.util.OptionalInt;

/** A language model that never answers; ready once a model is named. */
public final class FakeModelProvider implements LanguageModelProvider {
  @Override
  public String id() {
    return "mute";
  }

  @Override
  public String summary() {
    return "Never answers";
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of(
        settings.get(Settings.MODEL).isPresent()
            ? Need.met("a model", "some")
            : Need.missing("a model", "Say --llm-model NAME."));
  }

  @Override
  public LanguageModel create(Settings settings) {
    return new LanguageModel() {
      @Override
      public String name() {
        return "mute/some";
      }

      @Override
      public OptionalInt contextTokens() {
        return OptionalInt.empty();
      }

      @Override
      public String answer(Prompt prompt, Monitor monitor) {
        throw EngineException.lasting("It has no voice.", null);
      }

      @Override
      public void close() {}
    };
  }
}
