package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;

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
    if (!EnglishWords.areMost(conversation.turns())) {
      throw new InvalidInputException(
          "Most words of this transcript are not English, and the built-in composer writes from"
              + " English only. Choose a language model that knows the language, or give the"
              + " transcript in English.");
    }
    return FactExtractor.extract(conversation.turns(), conversation.words());
  }
}
