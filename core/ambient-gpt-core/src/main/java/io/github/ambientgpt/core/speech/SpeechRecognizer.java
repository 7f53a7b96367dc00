package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;

/**
 * Turns a recording into words. One recording at a time; close it to free its model.
 *
 * @since 0.1.0
 */
public interface SpeechRecognizer extends AutoCloseable {
  /**
   * Blocks until the whole recording is heard. Reports the stage {@code transcribe}, and looks for
   * a cancellation at least every 30 seconds of audio.
   *
   * @param audio read to its end, not closed
   * @return an empty transcript when no speech was recognized: silence makes no words
   * @throws CancelledException when the monitor says so
   * @throws EngineException when the engine fails
   */
  Transcript transcribe(AudioStream audio, RecognitionOptions options, Monitor monitor);

  @Override
  void close();
}
