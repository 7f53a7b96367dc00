package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import org.junit.jupiter.api.AfterEach;

class OpenAiRecognizerTest extends SpeechRecognizerContract {
  private final ScriptedServer server = ScriptedServer.playing(Played.openAi());

  @Override
  protected SpeechRecognizer recognizer() {
    return new OpenAiProvider().create(Played.settings(server));
  }

  @Override
  protected String id() {
    return OpenAiProvider.ID;
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
