package io.github.ambientgpt.core.error;

/**
 * The work was stopped because somebody asked for that; nothing needs doing.
 *
 * @since 0.1.0
 */
public final class CancelledException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("Cancelled.", null);
  }
}
