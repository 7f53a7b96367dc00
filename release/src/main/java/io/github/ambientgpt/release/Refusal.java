package io.github.ambientgpt.release;

/**
 * Why a release does not go on, in one sentence that says what to do; it has no stack trace, for it
 * is no defect.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong, why, and what to do
   */
  public Refusal(String sentence) {
    super(sentence, null, false, false);
  }
}
