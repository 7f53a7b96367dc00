package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.speech.SpeechRecognizer;

/**
 * Makes recognizers of recordings.
 *
 * @since 0.1.0
 */
public interface SpeechRecognizerProvider extends Provider<SpeechRecognizer> {
  /**
   * True when the words are too poor for a note, unless a person asks for this engine by name. The
   * transcripts it makes then say so.
   */
  default boolean previewQuality() {
    return false;
  }

  /** How many characters of a prompt its engines use at most; 0 when they use none. */
  default int longestPrompt() {
    return Integer.MAX_VALUE;
  }
}
