package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job.
 *
 * @param number from 1, without gaps: the id of the server-sent event
 * @param fraction of the stage, 0 to 1; absent when it cannot be known
 */
record JobEvent(
    long number,
    JobState state,
    @Nullable String stage,
    @Nullable Double fraction,
    @Nullable String result,
    @Nullable Problem problem,
    Instant at) {
  record Row(
      long number,
      JobState state,
      @Nullable String stage,
      @Nullable Double fraction,
      @Nullable String result,
      @Nullable String problemType,
      @Nullable String problemDetail,
      Instant at) {
    JobEvent view() {
      return new JobEvent(
          number, state, stage, fraction, result, Job.problem(problemType, problemDetail), at);
    }
  }
}
