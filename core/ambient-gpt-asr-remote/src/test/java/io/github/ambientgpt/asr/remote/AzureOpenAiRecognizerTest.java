package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import org.junit.jupiter.api.AfterEach;

class AzureOpenAiRecognizerTest extends SpeechRecognizerContract {
  private final ScriptedServer server = ScriptedServer.playing(Played.openAi());

  @Override
  protected SpeechRecognizer recognizer() {
    return new AzureOpenAiProvider()
        .create(Played.settings(server).with(RemoteSettings.DEPLOYMENT, "whisper"));
  }

  @Override
  protected String id() {
    return AzureOpenAiProvider.ID;
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
