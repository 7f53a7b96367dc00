package io.github.ambientgpt.api.note;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.OptionalInt;

/** Counts what a language model takes: seconds, and tokens as it counts or estimates them. */
final class MeteredModel implements LanguageModel {
  private static final String SECONDS = "ambientgpt.language.model";
  private static final String TOKENS = "ambientgpt.language.model.tokens";

  private final LanguageModel model;
  private final MeterRegistry meters;

  MeteredModel(LanguageModel model, MeterRegistry meters) {
    this.model = model;
    this.meters = meters;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public OptionalInt contextTokens() {
    return model.contextTokens();
  }

  @Override
  public int tokens(String text) {
    return model.tokens(text);
  }

  @Override
  public String answer(Prompt prompt, Monitor monitor) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      String answer = model.answer(prompt, monitor);
      outcome = "done";
      count("asked", model.tokens(prompt.instructions()) + model.tokens(prompt.content()));
      count("answered", model.tokens(answer));
      return answer;
    } finally {
      sample.stop(meters.timer(SECONDS, "model", model.name(), "outcome", outcome));
    }
  }

  private void count(String direction, int tokens) {
    meters.counter(TOKENS, "model", model.name(), "direction", direction).increment(tokens);
  }

  @Override
  public void close() {
    model.close();
  }
}
