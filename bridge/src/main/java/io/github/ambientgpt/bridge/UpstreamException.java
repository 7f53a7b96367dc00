package io.github.ambientgpt.bridge;

/** Ollama gave no answer; the message is for the client and holds no clinical text. */
final class UpstreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean late;

  private UpstreamException(String message, boolean late) {
    super(message);
    this.late = late;
  }

  static UpstreamException failed(String message) {
    return new UpstreamException(message, false);
  }

  static UpstreamException late(String message) {
    return new UpstreamException(message, true);
  }

  boolean late() {
    return late;
  }
}
