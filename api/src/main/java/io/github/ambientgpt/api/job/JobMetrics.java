package io.github.ambientgpt.api.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much work waits, over all processes that share the database. */
@Component
class JobMetrics implements MeterBinder {
  /** Asked for when it is needed: a command of the jar has meters, too, and perhaps no database. */
  private final ObjectProvider<JdbcClient> jdbc;

  private final Clock clock;

  JobMetrics(ObjectProvider<JdbcClient> jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "ambientgpt.jobs.waiting", "Jobs that nobody does yet", each -> count("QUEUED"));
    gauge(meters, "ambientgpt.jobs.running", "Jobs that are done now", each -> count("RUNNING"));
    Gauge.builder("ambientgpt.jobs.oldest.waiting", this, JobMetrics::oldest)
        .description("How long the oldest job has waited")
        .baseUnit("seconds")
        .register(meters);
  }

  private void gauge(
      MeterRegistry meters, String name, String what, ToDoubleFunction<JobMetrics> value) {
    Gauge.builder(name, this, value).description(what).register(meters);
  }

  private double count(String state) {
    try {
      return jdbc.getObject()
          .sql("select count(*) from job where state = ?")
          .param(state)
          .query(Long.class)
          .single();
    } catch (DataAccessException e) {
      return Double.NaN; // readiness tells of the database
    }
  }

  private double oldest() {
    try {
      Optional<OffsetDateTime> oldest =
          jdbc.getObject()
              .sql("select created_at from job where state = 'QUEUED' order by created_at limit 1")
              .query(OffsetDateTime.class)
              .optional();
      return oldest
          .map(at -> Duration.between(at.toInstant(), clock.instant()).toMillis() / 1000.0)
          .orElse(0.0);
    } catch (DataAccessException e) {
      return Double.NaN;
    }
  }
}
