package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;

/** One way of writing a transcript down. What a text is, its content decides. Thread-safe. */
interface TranscriptLayout {
  /** Whether the text is meant to be of this layout, broken or not. */
  boolean holds(String text);

  /**
   * @param name what to call the input in an error
   * @throws io.github.ambientgpt.core.error.InvalidInputException when it is broken; it quotes
   *     nothing of the text
   */
  Transcript read(String text, String name);
}
