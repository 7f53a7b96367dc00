package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A language model that gives one answer, whatever it is asked, and keeps what it was asked. */
final class OneAnswerModel implements LanguageModel {
  private final String answer;
  private final OptionalInt context;
  private final List<Prompt> asked = new ArrayList<>();

  OneAnswerModel(String answer) {
    this(answer, OptionalInt.empty());
  }

  OneAnswerModel(String answer, OptionalInt context) {
    this.answer = answer;
    this.context = context;
  }

  @Override
  public String name() {
    return "played/one";
  }

  @Override
  public OptionalInt contextTokens() {
    return context;
  }

  @Override
  public String answer(Prompt prompt, Monitor monitor) {
    asked.add(prompt);
    return answer;
  }

  List<Prompt> asked() {
    return asked;
  }

  @Override
  public void close() {}
}
