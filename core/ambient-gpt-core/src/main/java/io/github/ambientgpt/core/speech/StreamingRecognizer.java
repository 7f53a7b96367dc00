package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;

/**
 * Turns live speech into words. Each session is for one thread; sessions may run side by side.
 *
 * @since 0.1.0
 */
public interface StreamingRecognizer extends AutoCloseable {
  Session open(RecognitionOptions options, Listener listener);

  @Override
  void close();

  /** One person's or room's stream of speech. */
  interface Session extends AutoCloseable {
    /** Hears more samples, 16 kHz mono, -1 to 1; may call the listener before it returns. */
    void accept(float[] samples, int offset, int length);

    /** Flushes the last words; nothing may follow but {@link #close}. */
    Transcript finish();

    @Override
    void close();
  }

  /** Hears what was recognized. */
  interface Listener {
    /** What is being said, in whole, until the utterance is final; it may still change. */
    void partial(String text);

    /** An utterance that will not change any more. */
    void utterance(Utterance utterance);
  }
}
