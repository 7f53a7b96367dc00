package io.github.ambientgpt.api.job;

import java.util.Objects;

/** A job failed, but part of what it should have made is there and is kept. */
public final class JobFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient JobWork.Outcome partial;

  /**
   * @param cause says what went wrong
   */
  public JobFailure(RuntimeException cause, JobWork.Outcome partial) {
    super(cause.getMessage(), Objects.requireNonNull(cause, "cause"));
    this.partial = partial;
  }

  JobWork.Outcome partial() {
    return partial;
  }
}
