package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.contract.StreamingRecognizerContract;
import io.github.ambientgpt.core.contract.fake.LoudnessProvider;
import io.github.ambientgpt.core.contract.fake.LoudnessStreamingRecognizer;

class LoudnessStreamingRecognizerTest extends StreamingRecognizerContract {
  @Override
  protected StreamingRecognizer recognizer() {
    return new LoudnessStreamingRecognizer();
  }

  @Override
  protected String id() {
    return LoudnessProvider.ID;
  }
}
