package io.github.ambientgpt.core.error;

/**
 * What went wrong, why, and what to do, in sentences that can be shown to a person. The message
 * names inputs and settings and never holds clinical text.
 *
 * <p>The subtypes are sorted by what the caller should do.
 *
 * @since 0.1.0
 */
public abstract sealed class AmbientGptException extends RuntimeException
    permits CancelledException,
        DecoderFailureException,
        EngineException,
        InvalidInputException,
        NotReadyException,
        UnknownNameException {
  private static final long serialVersionUID = 1L;

  AmbientGptException(String message, Throwable cause) {
    super(message, cause);
  }
}
