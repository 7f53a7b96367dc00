package io.github.ambientgpt.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every language model promises: extend it in a test of yours.
 *
 * @since 0.1.0
 */
public abstract class LanguageModelContract {
  private static final Prompt QUESTION =
      new Prompt("Answer with one word.", "Quezwitl has a headache.", Optional.empty());

  private LanguageModel model;

  /** A model that answers, closed after each test; skip the test when there can be none. */
  protected abstract LanguageModel model();

  @BeforeEach
  void open() {
    model = model();
  }

  @AfterEach
  void close() {
    if (model != null) {
      model.close();
    }
  }

  @Test
  void isNamedInOneWord() {
    assertThat(model.name()).matches("\\S+");
  }

  @Test
  void knowsHowMuchItCanReadOrSaysThatItDoesNot() {
    assertThat(model.contextTokens().orElse(1)).isPositive();
  }

  @Test
  void answers() {
    assertThat(model.answer(QUESTION, Monitor.NONE)).isNotBlank();
  }

  @Test
  void answersSeveralThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<String> ask = () -> model.answer(QUESTION, Monitor.NONE);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(ask));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isNotBlank();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void givesNoAnswerWhenCancelled() {
    assertThatThrownBy(() -> model.answer(QUESTION, RecordingMonitor.cancelledAfter(0)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void showsNothingOfTheQuestionWhenPrinted() {
    model.answer(QUESTION, Monitor.NONE);

    assertThat(model.toString()).doesNotContain("Quezwitl");
  }

  @Test
  void mayBeClosedTwice() {
    model.close();
    model.close();
  }
}
