package io.github.ambientgpt.core.prompt;

/**
 * A language model's answer that cannot be read as what was asked for. The message goes on from
 * "the model answered" and holds nothing of the answer.
 *
 * @since 0.1.0
 */
public final class UnusableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableAnswerException(String message) {
    super(message, null, false, false);
  }
}
