package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.conversation.Conversation;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;

/** Finds what is worth noting and says it in the third person. */
public final class ExtractStage implements Stage<Conversation, Facts> {
  @Override
  public String name() {
    return "extract";
  }

  @Override
  public Facts run(Conversation conversation, Monitor monitor) {
    return FactExtractor.extract(conversation.turns(), conversation.words());
  }
}
