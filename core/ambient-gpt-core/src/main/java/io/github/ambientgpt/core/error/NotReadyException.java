package io.github.ambientgpt.core.error;

/** A provider lacks a model, a key or a library; the message says how to get it. */
public final class NotReadyException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  public NotReadyException(String message) {
    super(message, null);
  }

  public NotReadyException(String message, Throwable cause) {
    super(message, cause);
  }
}
