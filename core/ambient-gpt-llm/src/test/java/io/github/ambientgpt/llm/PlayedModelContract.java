package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.contract.LanguageModelContract;
import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The contract of every model, before a server that plays its part well. */
abstract class PlayedModelContract extends LanguageModelContract {
  private final Played played;
  private final PlayedServer server = PlayedServer.start();

  PlayedModelContract(Played played) {
    this.played = played;
  }

  @Override
  protected LanguageModel model() {
    server.at(played.path, (question, reply) -> played.answer(reply, List.of("A ", "note.")));
    return played.model(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
