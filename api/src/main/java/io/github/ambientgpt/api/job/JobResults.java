package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
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

  JobResults(JdbcClient jdbc, SealedColumns columns) {
    this.jdbc = jdbc;
    this.columns = columns;
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

  JsonNode read(Job.Row job) {
    byte[] outcome =
        jdbc.sql("select outcome from job where id = ? and outcome is not null")
            .param(job.id())
            .query(byte[].class)
            .optional()
            .orElseThrow(() -> ApiException.notFound("result"));
    return columns.record(context(job.id(), job.encounterId()), outcome, JsonNode.class);
  }

  private static Seal.Context context(UUID job, @Nullable UUID encounter) {
    return new Seal.Context(encounter == null ? job : encounter, "job-result");
  }
}
