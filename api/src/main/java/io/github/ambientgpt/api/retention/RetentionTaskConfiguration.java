package io.github.ambientgpt.api.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.ambientgpt.core.progress.Monitor;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each hour, by one of the processes that share the database. */
@Configuration(proxyBeanMethods = false)
class RetentionTaskConfiguration {
  @Bean
  RecurringTask<Void> retentionTask(Retention retention, Sweep sweep) {
    return Tasks.recurring("retention", FixedDelay.of(Duration.ofHours(1)))
        .execute(
            (instance, context) -> {
              retention.enforce(null, Monitor.NONE);
              sweep.orphans();
            });
  }
}
