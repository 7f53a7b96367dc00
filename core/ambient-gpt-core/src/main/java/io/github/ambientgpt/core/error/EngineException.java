package io.github.ambientgpt.core.error;

/** A recognizer, decoder or language model failed on input that it should have managed. */
public final class EngineException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  private final boolean retriable;

  private EngineException(String message, Throwable cause, boolean retriable) {
    super(message, cause);
    this.retriable = retriable;
  }

  /** The same call may work later: a server was busy, a connection broke. */
  public static EngineException passing(String message, Throwable cause) {
    return new EngineException(message, cause, true);
  }

  /** The same call will fail again. */
  public static EngineException lasting(String message, Throwable cause) {
    return new EngineException(message, cause, false);
  }

  public boolean retriable() {
    return retriable;
  }
}
