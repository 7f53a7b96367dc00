package io.github.ambientgpt.bridge.lambient;

/** The request is not what these routes take; the message quotes nothing of it. */
final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message, null, false, false);
  }
}
