package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Times;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of jobs and their events. Every change is an event. */
@Repository
class JobStore {
  private static final int LONGEST_DETAIL = 4000;

  private final JdbcClient jdbc;
  private final Clock clock;

  JobStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Transactional
  public void insert(UUID id, UUID owner, @Nullable UUID encounter, String kind, byte[] input) {
    jdbc.sql(
            """
            insert into job (id, owner_id, encounter_id, kind, input, state, cancel_requested, attempt, interruptions, events, created_at)
            values (?, ?, ?, ?, ?, 'QUEUED', false, 0, 0, 0, ?)""")
        .params(Arrays.asList(id, owner, encounter, kind, input, Times.parameter(clock.instant())))
        .update();
    event(id);
  }

  Optional<Job.Row> find(UUID id) {
    return jdbc.sql("select * from job where id = ?").param(id).query(Job.Row.class).optional();
  }

  List<Job.Row> list(
      UUID owner, @Nullable UUID encounter, @Nullable JobState state, int size, long offset) {
    return jdbc.sql(
            "select * from job where "
                + filter(encounter, state)
                + " order by created_at desc, id desc limit :size offset :offset")
        .param("owner", owner)
        .param("encounter", encounter)
        .param("state", state == null ? null : state.name())
        .param("size", size)
        .param("offset", offset)
        .query(Job.Row.class)
        .list();
  }

  long count(UUID owner, @Nullable UUID encounter, @Nullable JobState state) {
    return jdbc.sql("select count(*) from job where " + filter(encounter, state))
        .param("owner", owner)
        .param("encounter", encounter)
        .param("state", state == null ? null : state.name())
        .query(Long.class)
        .single();
  }

  private static String filter(@Nullable UUID encounter, @Nullable JobState state) {
    return "owner_id = :owner"
        + (encounter == null ? "" : " and encounter_id = :encounter")
        + (state == null ? "" : " and state = :state");
  }

  /**
   * Begins it, also when somebody else had begun it and died: that is an interruption.
   *
   * @return empty when it is not to be done any more
   */
  @Transactional
  public Optional<Job.Row> start(UUID id) {
    int rows =
        jdbc.sql(
                """
                update job set interruptions = case when state = 'RUNNING' then interruptions + 1 else interruptions end,
                state = 'RUNNING', attempt = attempt + 1, started_at = ?, stage = null, fraction = null
                where id = ? and state in ('QUEUED', 'RUNNING')""")
            .params(Arrays.asList(Times.parameter(clock.instant()), id))
            .update();
    if (rows == 0) {
      return Optional.empty();
    }
    event(id);
    return find(id);
  }

  /**
   * @return false when this attempt is not the one that counts any more
   */
  @Transactional
  public boolean progress(UUID id, int attempt, String stage, @Nullable Double fraction) {
    int rows =
        jdbc.sql(
                "update job set stage = ?, fraction = ? where id = ? and attempt = ? and state = 'RUNNING'")
            .params(Arrays.asList(stage, fraction, id, attempt))
            .update();
    if (rows > 0) {
      event(id);
    }
    return rows > 0;
  }

  /**
   * @return false when this attempt is not the one that counts any more
   */
  @Transactional
  public boolean end(
      UUID id, int attempt, JobState state, @Nullable String result, @Nullable Problem problem) {
    int rows =
        jdbc.sql(
                """
                update job set state = ?, result = ?, problem_type = ?, problem_detail = ?, ended_at = ?
                where id = ? and attempt = ? and state = 'RUNNING'""")
            .params(
                Arrays.asList(
                    state.name(),
                    result,
                    problem == null ? null : type(problem).name(),
                    problem == null ? null : shortened(problem.detail()),
                    Times.parameter(clock.instant()),
                    id,
                    attempt))
            .update();
    if (rows > 0) {
      event(id);
    }
    return rows > 0;
  }

  private static ProblemType type(Problem problem) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.uri().equals(problem.type()))
        .findFirst()
        .orElse(ProblemType.DEFECT);
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
  }

  /** Gives it back, so that another process begins it. */
  @Transactional
  public void handOver(UUID id, int attempt) {
    int rows =
        jdbc.sql(
                "update job set state = 'QUEUED', stage = null, fraction = null where id = ? and attempt = ? and state = 'RUNNING'")
            .params(id, attempt)
            .update();
    if (rows > 0) {
      event(id);
    }
  }

  boolean cancelRequested(UUID id) {
    return jdbc.sql("select cancel_requested from job where id = ?")
        .param(id)
        .query(Boolean.class)
        .optional()
        .orElse(true); // deleted with its encounter
  }

  /** One that waits is cancelled now, one that runs when it looks. */
  @Transactional
  public void cancel(UUID id) {
    jdbc.sql(
            "update job set cancel_requested = true where id = ? and state in ('QUEUED', 'RUNNING')")
        .param(id)
        .update();
    int rows =
        jdbc.sql(
                "update job set state = 'CANCELLED', ended_at = ? where id = ? and state = 'QUEUED'")
            .params(Times.parameter(clock.instant()), id)
            .update();
    if (rows > 0) {
      event(id);
    }
  }

  /**
   * @return false when it has not ended, or needs not be done again
   */
  @Transactional
  public boolean again(UUID id) {
    int rows =
        jdbc.sql(
                """
                update job set state = 'QUEUED', stage = null, fraction = null, result = null, problem_type = null,
                problem_detail = null, cancel_requested = false, interruptions = 0, started_at = null, ended_at = null
                where id = ? and state in ('FAILED', 'CANCELLED')""")
            .param(id)
            .update();
    if (rows > 0) {
      event(id);
    }
    return rows > 0;
  }

  List<JobEvent.Row> events(UUID id, long after) {
    return jdbc.sql(
            "select * from job_event where job_id = ? and number > ? order by number limit 500")
        .params(id, after)
        .query(JobEvent.Row.class)
        .list();
  }

  /** The number is drawn under the lock of the job's row. */
  private void event(UUID id) {
    jdbc.sql("update job set events = events + 1 where id = ?").param(id).update();
    jdbc.sql(
            """
            insert into job_event (job_id, number, state, stage, fraction, result, problem_type, problem_detail, at)
            select id, events, state, stage, fraction, result, problem_type, problem_detail, ? from job where id = ?""")
        .params(Times.parameter(clock.instant()), id)
        .update();
  }
}
