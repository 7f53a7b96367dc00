package io.github.ambientgpt.core.error;

/**
 * What was given cannot be used; the caller should give something else.
 *
 * @since 0.1.0
 */
public final class InvalidInputException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message, null);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
