package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import java.time.Duration;

/** Somebody tried too often, and may try again after a while. */
final class TooManyAttemptsException extends ApiException {
  private static final long serialVersionUID = 1L;

  TooManyAttemptsException(Duration wait) {
    super(
        ProblemType.TOO_MANY_REQUESTS,
        "That was tried too often: wait %d seconds and try it again."
            .formatted(wait.toSeconds() + 1));
  }
}
