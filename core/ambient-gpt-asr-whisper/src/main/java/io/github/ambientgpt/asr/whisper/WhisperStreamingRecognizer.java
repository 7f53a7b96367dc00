package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Sessions that share one model and take turns with it. */
final class WhisperStreamingRecognizer implements StreamingRecognizer {
  private final ModelFile model;
  private final LoadedModel whisper;
  private final Threads threads;
  private final LongSupplier nanoTime;
  private boolean closed;

  /**
   * @param whisper its own: closed with the recognizer
   * @param nanoTime as {@link System#nanoTime}
   */
  WhisperStreamingRecognizer(
      ModelFile model, LoadedModel whisper, Threads threads, LongSupplier nanoTime) {
    this.model = model;
    this.whisper = whisper;
    this.threads = threads;
    this.nanoTime = nanoTime;
  }

  @Override
  public Session open(RecognitionOptions options, Listener listener) {
    Listening how = Listening.quick(options, model);
    String language = WhisperLanguages.spoken(options.language(), Optional.empty(), model);
    Recognition recognition = new Recognition(WhisperProvider.ID, model.name(), false);
    return new WhisperSession(
        samples -> hear(how, samples),
        Providers.detector(),
        utterances -> new Transcript(language, recognition, utterances),
        listener,
        nanoTime);
  }

  private synchronized Hearing hear(Listening how, float[] samples) {
    if (closed) {
      throw new IllegalStateException("The recognizer is closed");
    }
    return whisper.hear(how, samples, threads.count());
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      whisper.close();
    }
  }

  @Override
  public String toString() {
    return "WhisperStreamingRecognizer[" + model.name() + "]";
  }
}
