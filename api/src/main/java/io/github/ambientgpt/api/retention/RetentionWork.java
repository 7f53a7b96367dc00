package io.github.ambientgpt.api.retention;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobResults;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes what is due, for somebody who does not wait for the hour. */
@Component
class RetentionWork implements JobWork<RetentionWork.Input> {
  private final Retention retention;
  private final JobResults results;

  record Input(User user) {}

  RetentionWork(Retention retention, JobResults results) {
    this.retention = retention;
    this.results = results;
  }

  @Override
  public String kind() {
    return "enforce-retention";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    List<Retention.Deleted> deleted = retention.enforce(input.user(), monitor);
    return () -> results.keep(job, deleted);
  }
}
