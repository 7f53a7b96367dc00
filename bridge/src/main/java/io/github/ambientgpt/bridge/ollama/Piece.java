package io.github.ambientgpt.bridge.ollama;

import java.util.Optional;

/**
 * A piece of an answer; all of it where nothing streams.
 *
 * @param end present on the last piece
 */
public record Piece(String text, Optional<End> end) {
  /**
   * How an answer ended.
   *
   * @param reason {@code stop}, or {@code length} when there was no room for more; never {@code
   *     null}
   * @param promptTokens how many were read; 0 when Ollama does not say
   * @param completionTokens how many were written; 0 when Ollama does not say
   * @param loadNanos for loading the model
   * @param readNanos for reading the question
   * @param writeNanos for writing the answer
   */
  public record End(
      String reason,
      int promptTokens,
      int completionTokens,
      long loadNanos,
      long readNanos,
      long writeNanos) {}

  /** Without the text: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Piece[" + text.length() + " characters, " + end + "]";
  }
}
