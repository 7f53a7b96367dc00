package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;

/** Sessions that share one model. */
final class VoskStreamingRecognizer implements StreamingRecognizer {
  private final LoadedModel model;

  /**
   * @param model its own: closed with the recognizer
   */
  VoskStreamingRecognizer(LoadedModel model) {
    this.model = model;
  }

  @Override
  public Session open(RecognitionOptions options, Listener listener) {
    String language = model.files().spoken(options.language());
    return new VoskSession(model.listen(), language, model.files().name(), listener);
  }

  @Override
  public void close() {
    model.close();
  }

  @Override
  public String toString() {
    return "VoskStreamingRecognizer[" + model.files().name() + "]";
  }
}
