package org.example.scribe;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;

/** Lets a program on this machine listen. Reads the setting {@code command}. */
public final class CommandRecognizerProvider implements SpeechRecognizerProvider {
  static final String ID = "command";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String summary() {
    return "A program on this machine that reads WAV and prints words";
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of(Command.of(settings).need());
  }

  @Override
  public SpeechRecognizer create(Settings settings) {
    if (!check(settings).ready()) {
      throw new NotReadyException(check(settings).remedy());
    }
    return new CommandRecognizer(Command.of(settings));
  }
}
