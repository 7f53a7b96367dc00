package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps what came of a job when that is nothing with a place of its own. */
@Component
public class JobResults {
  private final JdbcClient jdbc;
  private final SealedColumns columns;
  private final JobStore store;

  JobResults(JdbcClient jdbc, SealedColumns columns, JobStore store) {
    this.jdbc = jdbc;
    this.columns = columns;
    this.store = store;
  }

  /**
   * To be called where the outcome is kept.
   *
   * @return the path where it is read
   */
  public String keep(Job job, Object result) {
    jdbc.sql("update job set outcome = ? where id = ?")
        .params(columns.record(context(job.id(), job.encounterId()), result), job.id())
        .update();
    return "/api/v1/jobs/" + job.id() + "/result";
  }

  /**
   * What came of a job of this kind, for whoever may see the visit; empty when the visit has no
   * such job, or nothing came of it.
   */
  public <T> Optional<T> find(UUID job, UUID encounter, JobWork<?> work, Class<T> type) {
    return store
        .find(job)
        .filter(row -> encounter.equals(row.encounterId()) && row.kind().equals(work.kind()))
        .flatMap(row -> find(row, type));
  }

  JsonNode read(Job.Row job) {
    return find(job, JsonNode.class).orElseThrow(() -> ApiException.notFound("result"));
  }

  private <T> Optional<T> find(Job.Row job, Class<T> type) {
    return jdbc.sql("select outcome from job where id = ? and outcome is not null")
        .param(job.id())
        .query(byte[].class)
        .optional()
        .map(outcome -> columns.record(context(job.id(), job.encounterId()), outcome, type));
  }

  private static Seal.Context context(UUID job, @Nullable UUID encounter) {
    return new Seal.Context(encounter == null ? job : encounter, "job-result");
  }
}
