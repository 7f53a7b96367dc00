package io.github.ambientgpt.core.error;

/**
 * A provider lacks a model, a key or a library; the message says how to get it.
 *
 * @since 0.1.0
 */
public final class NotReadyException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  public NotReadyException(String message) {
    super(message, null);
  }

  public NotReadyException(String message, Throwable cause) {
    super(message, cause);
  }
}
