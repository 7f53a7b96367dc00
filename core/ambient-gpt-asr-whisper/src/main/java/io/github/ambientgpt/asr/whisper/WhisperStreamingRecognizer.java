package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.WhisperContexts.Segment;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import java.util.List;

/** Sessions that share one model and take turns with it. */
final class WhisperStreamingRecognizer implements StreamingRecognizer {
  private final ModelFile model;
  private final WhisperContext context;
  private final int threads;
  private boolean closed;

  /**
   * @param context its own: closed with the recognizer
   */
  WhisperStreamingRecognizer(ModelFile model, WhisperContext context, int threads) {
    this.model = model;
    this.context = context;
    this.threads = threads;
  }

  @Override
  public Session open(RecognitionOptions options, Listener listener) {
    WhisperFullParams params = WhisperParams.quick(options, model, threads);
    String language = WhisperLanguages.spoken(options.language(), model);
    Recognition recognition = new Recognition(WhisperProvider.ID, model.name(), false);
    return new WhisperSession(
        samples -> hear(params, samples),
        Providers.detector(),
        utterances -> new Transcript(language, recognition, utterances),
        listener);
  }

  private synchronized List<Segment> hear(WhisperFullParams params, float[] samples) {
    if (closed) {
      throw new IllegalStateException("The recognizer is closed");
    }
    List<Segment> segments = WhisperContexts.recognize(context, params, samples);
    if (segments == null) {
      throw EngineException.lasting(
          "whisper.cpp failed with the model %s: try another model.".formatted(model.name()), null);
    }
    return segments;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      WhisperContexts.close(context);
    }
  }

  @Override
  public String toString() {
    return "WhisperStreamingRecognizer[" + model.name() + "]";
  }
}
