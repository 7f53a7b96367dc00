package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.contract.fake.LoudnessProvider;
import io.github.ambientgpt.core.contract.fake.LoudnessRecognizer;

class LoudnessRecognizerTest extends SpeechRecognizerContract {
  @Override
  protected SpeechRecognizer recognizer() {
    return new LoudnessRecognizer();
  }

  @Override
  protected String id() {
    return LoudnessProvider.ID;
  }
}
