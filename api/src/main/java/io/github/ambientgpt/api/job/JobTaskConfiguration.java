package io.github.ambientgpt.api.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one task that db-scheduler knows: do the job of this id. What a dead process held is done by
 * another.
 */
@Configuration(proxyBeanMethods = false)
class JobTaskConfiguration {
  static final String NAME = "job";
  static final String SEPARATOR = "/";

  /** When the database fails in mid-job, or this process shuts down. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Bean
  Task<Void> jobTask(JobRunner runner) {
    return Tasks.custom(NAME, Void.class)
        .onFailure(new FailureHandler.OnFailureReschedule<>(FixedDelay.of(PAUSE)))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              runner.run(
                  UUID.fromString(instance.getId().split(SEPARATOR)[0]),
                  context.getSchedulerState()::isShuttingDown);
              return new CompletionHandler.OnCompleteRemove<>();
            });
  }
}
