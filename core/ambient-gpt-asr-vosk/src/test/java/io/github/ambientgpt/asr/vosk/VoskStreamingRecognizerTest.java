package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.contract.StreamingRecognizerContract;
import io.github.ambientgpt.core.speech.StreamingRecognizer;

/** With the real Vosk and whatever model there is. */
class VoskStreamingRecognizerTest extends StreamingRecognizerContract {
  @Override
  protected StreamingRecognizer recognizer() {
    return new VoskStreamingProvider().create(RealModel.settings());
  }

  @Override
  protected String id() {
    return VoskNeeds.ID;
  }
}
