package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work that somebody asked for.
 *
 * @param kind such as {@code draft-note}
 * @param encounterId whose; absent when it is for none
 * @param stage what is being done, such as {@code transcribe}
 * @param fraction of the stage, 0 to 1; absent when it cannot be known
 * @param secondsLeft a guess from the stage's speed; absent when there is none
 * @param attempt how often it was begun
 * @param result the path of what came of it; of a failed job, of the part that was kept
 * @param problem why it failed
 */
public record Job(
    UUID id,
    String kind,
    @Nullable UUID encounterId,
    JobState state,
    @Nullable String stage,
    @Nullable Double fraction,
    @Nullable Long secondsLeft,
    int attempt,
    boolean cancelRequested,
    @Nullable String result,
    @Nullable Problem problem,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  /**
   * As it stands in the database.
   *
   * @param interruptions how often the process that did it died, since it was taken in or retried
   */
  record Row(
      UUID id,
      UUID ownerId,
      @Nullable UUID encounterId,
      String kind,
      byte[] input,
      JobState state,
      @Nullable String stage,
      @Nullable Double fraction,
      @Nullable String result,
      @Nullable String problemType,
      @Nullable String problemDetail,
      boolean cancelRequested,
      int attempt,
      int interruptions,
      long events,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {
    Job view(Instant now) {
      return new Job(
          id,
          kind,
          encounterId,
          state,
          stage,
          fraction,
          secondsLeft(now),
          attempt,
          cancelRequested,
          result,
          Job.problem(problemType, problemDetail),
          createdAt,
          startedAt,
          endedAt);
    }

    private @Nullable Long secondsLeft(Instant now) {
      if (state != JobState.RUNNING || startedAt == null || fraction == null || fraction < 0.05) {
        return null;
      }
      double spent = Duration.between(startedAt, now).toMillis() / 1000.0;
      return Math.round(spent / fraction - spent);
    }
  }

  static @Nullable Problem problem(@Nullable String type, @Nullable String detail) {
    return type == null ? null : Problem.of(ProblemType.valueOf(type), detail, List.of());
  }
}
