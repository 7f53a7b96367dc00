package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.speech.AudioStream;
import java.io.IOException;
import org.vosk.Model;
import org.vosk.Recognizer;

/** A model in memory. Vosk frees it when it is closed and nobody listens with it any more. */
final class LoadedModel implements AutoCloseable {
  private final KaldiModel files;
  private final Model model;
  private boolean closed;

  private LoadedModel(KaldiModel files, Model model) {
    this.files = files;
    this.model = model;
  }

  /**
   * @throws NotReadyException when Vosk cannot load it
   */
  static LoadedModel load(KaldiModel files) {
    try {
      Model model = new Model(files.folder().toString());
      try {
        recognizer(model).close(); // a graph that is cut short shows only here
      } catch (IOException e) {
        model.close();
        throw e;
      }
      return new LoadedModel(files, model);
    } catch (IOException e) {
      throw new NotReadyException(
          ("Vosk cannot load the model %s: a file in it is cut short, or there is too little "
                  + "memory. Download it anew, or take a smaller one.")
              .formatted(files.folder()),
          e);
    }
  }

  private static Recognizer recognizer(Model model) throws IOException {
    return new Recognizer(model, AudioStream.SAMPLE_RATE);
  }

  /** One stream of sound, from 0 s. */
  synchronized VoskStream listen() {
    if (closed) {
      throw new IllegalStateException("The recognizer is closed");
    }
    try {
      Recognizer recognizer = recognizer(model);
      recognizer.setWords(true);
      return new VoskStream(recognizer);
    } catch (IOException e) {
      throw EngineException.lasting(
          "Vosk failed to start with the model %s: there may be too little memory."
              .formatted(files.name()),
          e);
    }
  }

  KaldiModel files() {
    return files;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      model.close();
    }
  }
}
