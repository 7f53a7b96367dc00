package io.github.ambientgpt.api.key;

/** The master key is not where it should be, or is not the one that this data needs. */
public final class KeyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String action;

  /**
   * @param action what to do
   */
  KeyFileException(String message, String action) {
    super(message + " " + action);
    this.action = action;
  }

  String action() {
    return action;
  }
}
