package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import org.junit.jupiter.api.AfterEach;

class AzureSpeechRecognizerTest extends SpeechRecognizerContract {
  private final ScriptedServer server = ScriptedServer.playing(Played.azureFast());

  @Override
  protected SpeechRecognizer recognizer() {
    return new AzureSpeechProvider().create(Played.settings(server));
  }

  @Override
  protected String id() {
    return AzureSpeechProvider.ID;
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
