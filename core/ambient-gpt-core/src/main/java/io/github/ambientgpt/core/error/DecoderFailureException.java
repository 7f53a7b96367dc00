package io.github.ambientgpt.core.error;

import java.util.Objects;

/**
 * A recording brought the decoder down, or made it want more than it may have. The recording will
 * do so again; other recordings are not affected.
 *
 * @since 0.1.0
 */
public final class DecoderFailureException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  /** What happened to the decoder. */
  public enum Reason {
    CRASHED,
    TOO_MUCH_MEMORY,
    TOO_MUCH_TIME
  }

  private final Reason reason;

  public DecoderFailureException(Reason reason, String message) {
    super(message, null);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public Reason reason() {
    return reason;
  }
}
