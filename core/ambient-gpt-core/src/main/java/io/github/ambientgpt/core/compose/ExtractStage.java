package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.vocabulary.SpokenEnglish;

/** Finds what is worth noting of a visit in English and says it in the third person. */
public final class ExtractStage implements Stage<Conversation, Facts> {
  @Override
  public String name() {
    return "extract";
  }

  /**
   * @throws InvalidInputException when the visit was in another language
   */
  @Override
  public Facts run(Conversation conversation, Monitor monitor) {
    SpokenEnglish.require(
        conversation.turns().stream()
            .flatMap(turn -> turn.clauses().stream())
            .flatMap(clause -> clause.tokens().stream()),
        "the built-in composer");
    return FactExtractor.extract(conversation, monitor);
  }
}
