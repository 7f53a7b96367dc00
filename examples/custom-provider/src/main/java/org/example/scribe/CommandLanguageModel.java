package org.example.scribe;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Gives the question to a program and takes what it prints. */
final class CommandLanguageModel implements LanguageModel {
  private final Command command;

  CommandLanguageModel(Command command) {
    this.command = command;
  }

  @Override
  public String name() {
    return "command/" + command.name();
  }

  @Override
  public OptionalInt contextTokens() {
    return OptionalInt.empty();
  }

  @Override
  public String answer(Prompt prompt, Monitor monitor) {
    String form =
        prompt.schema().map(s -> "Answer with JSON of this schema:\n" + s + "\n\n").orElse("");
    String question = prompt.instructions() + "\n\n" + form + prompt.content();
    return command.run(question.getBytes(StandardCharsets.UTF_8), monitor);
  }

  @Override
  public void close() {}
}
