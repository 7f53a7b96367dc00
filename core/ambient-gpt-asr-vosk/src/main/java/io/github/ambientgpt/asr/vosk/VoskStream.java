package io.github.ambientgpt.asr.vosk;

import java.util.Optional;
import org.vosk.Recognizer;

/** Vosk, listening to one stream of sound. For one thread. */
final class VoskStream implements AutoCloseable {
  private static final float FULL_SCALE = 32767;

  private final Recognizer recognizer;
  private boolean closed;

  /**
   * @param recognizer its own: closed with this
   */
  VoskStream(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  /** What a person had said by the end of these samples; empty while they may go on. */
  Optional<VoskResult> accept(float[] samples, int offset, int length) {
    short[] numbers = new short[length];
    for (int i = 0; i < length; i++) {
      float sample = samples[offset + i]; // a broken one becomes 0
      numbers[i] = (short) (Math.max(-1, Math.min(1, sample)) * FULL_SCALE);
    }
    return length > 0 && recognizer.acceptWaveForm(numbers, length)
        ? Optional.of(VoskResult.parse(recognizer.getResult()))
        : Optional.empty();
  }

  /** What is being said; it may still change. */
  String partial() {
    return VoskResult.partial(recognizer.getPartialResult());
  }

  /** The last words. */
  VoskResult finish() {
    return VoskResult.parse(recognizer.getFinalResult());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      recognizer.close();
    }
  }
}
