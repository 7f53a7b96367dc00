package io.github.ambientgpt.core.speech;

import java.util.Optional;

/**
 * Listens to a recording as it passes, and afterwards says what a voice in it is like. For one
 * recording, and one thread.
 *
 * @since 0.1.0
 */
public interface SpeakerEmbedder extends AutoCloseable {
  /**
   * Hears what follows in the recording.
   *
   * @param samples 16 kHz mono, -1 to 1
   */
  void hear(float[] samples, int offset, int count);

  /**
   * The voice in a stretch of what was heard.
   *
   * @param from seconds from the start of the recording
   * @param to seconds from the start of the recording
   * @return numbers whose squares add up to 1: the sum of the products of two is near 1 where one
   *     person speaks, and less where two do; empty where there is too little sound to tell
   */
  Optional<float[]> voice(double from, double to);

  /** Below this product two stretches are likelier to be two people. */
  double samePerson();

  @Override
  void close();
}
