package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.NotReadyException;

/** A model in whisper.cpp's memory. For one thread at a time. */
interface LoadedModel extends AutoCloseable {
  /** Whisper's window in seconds. */
  double WINDOW = 30;

  /**
   * @param samples 16 kHz mono, at most {@link #WINDOW} long
   * @param threads at least 1
   * @throws EngineException when whisper.cpp fails
   */
  Hearing hear(Listening how, float[] samples, int threads);

  @Override
  void close();

  /**
   * @throws NotReadyException when whisper.cpp cannot load the model
   */
  static LoadedModel open(ModelFile model) {
    return NativeLibrary.functions()
        .<LoadedModel>map(whisper -> CModel.open(whisper, model))
        .orElseGet(() -> JniModel.open(model));
  }

  /** Why a model that is one cannot be loaded. */
  static NotReadyException unloadable(ModelFile model) {
    return new NotReadyException(
        ("whisper.cpp cannot load the model %s: it lacks a part, or there is too little "
                + "memory. Download it anew, or take a smaller one.")
            .formatted(model.path()));
  }

  /** What whisper.cpp gives no reason for. */
  static EngineException failed(ModelFile model) {
    return EngineException.lasting(
        "whisper.cpp failed with the model %s: try another model.".formatted(model.name()), null);
  }
}
