package org.example.scribe;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;

/** Lets a program on this machine write. Reads the setting {@code command}. */
public final class CommandLanguageModelProvider implements LanguageModelProvider {
  @Override
  public String id() {
    return "command";
  }

  @Override
  public String summary() {
    return "A program on this machine that answers on its standard output";
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of(Command.of(settings).need());
  }

  @Override
  public LanguageModel create(Settings settings) {
    if (!check(settings).ready()) {
      throw new NotReadyException(check(settings).remedy());
    }
    return new CommandLanguageModel(Command.of(settings));
  }
}
