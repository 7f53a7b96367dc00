package io.github.ambientgpt.api.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes long work in, and has it done by one of the processes that share the database. */
@Service
public class Jobs {
  private final JobStore store;
  private final SealedColumns columns;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  Jobs(JobStore store, SealedColumns columns, ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.store = store;
    this.columns = columns;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * Takes it in; in the transaction of the caller, if there is one.
   *
   * @param owner who asked for it
   * @param encounter whose; it goes away with it
   */
  @Transactional
  public <I> Job submit(UUID owner, @Nullable UUID encounter, JobWork<I> work, I input) {
    UUID id = Ids.next();
    Seal.Context context = context(id, encounter);
    store.insert(id, owner, encounter, work.kind(), columns.record(context, input));
    schedule(id, 0);
    return store.find(id).orElseThrow().view(clock.instant());
  }

  /** The answer to a request that was taken in: where to look how far it is. */
  public static ResponseEntity<Job> accepted(Job job) {
    return ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id())).body(job);
  }

  <I> I input(Job.Row row, Class<I> type) {
    return columns.record(context(row.id(), row.encounterId()), row.input(), type);
  }

  private static Seal.Context context(UUID id, @Nullable UUID encounter) {
    return new Seal.Context(encounter == null ? id : encounter, "job");
  }

  @Transactional
  public void again(UUID id) {
    if (!store.again(id)) {
      throw new ApiException(
          ProblemType.CONFLICT, "Only a job that failed or was cancelled is done again.");
    }
    schedule(id, store.find(id).orElseThrow().events());
  }

  /**
   * @param turn makes the name of each time that it is scheduled its own
   */
  private void schedule(UUID id, long turn) {
    Scheduler client = scheduler.getObject();
    client.scheduleIfNotExists(
        new TaskInstance<Void>(
            JobTaskConfiguration.NAME, id + JobTaskConfiguration.SEPARATOR + turn),
        clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            client.triggerCheckForDueExecutions();
          }
        });
  }
}
