package io.github.ambientgpt.core.error;

/** The work was stopped because somebody asked for that; nothing needs doing. */
public final class CancelledException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("Cancelled.", null);
  }
}
