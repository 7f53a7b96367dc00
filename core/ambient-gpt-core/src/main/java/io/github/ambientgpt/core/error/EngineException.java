package io.github.ambientgpt.core.error;

import io.github.ambientgpt.core.transcript.Transcript;
import java.util.Optional;

/**
 * A recognizer, decoder or language model failed on input that it should have managed.
 *
 * @since 0.1.0
 */
public final class EngineException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  private final boolean retriable;
  private final transient Transcript heard;

  private EngineException(String message, Throwable cause, boolean retriable, Transcript heard) {
    super(message, cause);
    this.retriable = retriable;
    this.heard = heard;
  }

  /** The same call may work later: a server was busy, a connection broke. */
  public static EngineException passing(String message, Throwable cause) {
    return new EngineException(message, cause, true, null);
  }

  /** The same call will fail again. */
  public static EngineException lasting(String message, Throwable cause) {
    return new EngineException(message, cause, false, null);
  }

  /**
   * The same failure, with what had been recognized before it.
   *
   * @param begun the beginning of the recording, up to where the engine failed
   */
  public EngineException after(Transcript begun) {
    return new EngineException(getMessage(), this, retriable, begun);
  }

  public boolean retriable() {
    return retriable;
  }

  /** What had been recognized before the failure, so that it need not be lost. */
  public Optional<Transcript> heard() {
    return Optional.ofNullable(heard);
  }
}
