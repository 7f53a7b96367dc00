package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.core.error.CancelledException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a job from its start to its end. What came of it is kept together with its end, or not at
 * all.
 */
@Component
class JobRunner {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  /** A job that takes its process with it each time must not do so for ever. */
  private static final int MOST_INTERRUPTIONS = 5;

  private final JobStore store;
  private final Jobs jobs;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Map<String, JobWork<?>> works;

  JobRunner(
      JobStore store,
      Jobs jobs,
      TransactionTemplate transactions,
      Clock clock,
      List<JobWork<?>> works) {
    this.store = store;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
    this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
  }

  /**
   * @param shuttingDown whether this process is about to end
   * @throws HandedOver when it is, and the job is not done
   */
  void run(UUID id, BooleanSupplier shuttingDown) {
    store.start(id).ifPresent(row -> run(row, shuttingDown));
  }

  private void run(Job.Row row, BooleanSupplier shuttingDown) {
    if (row.cancelRequested()) {
      end(row, JobState.CANCELLED, null, new CancelledException());
      return;
    }
    if (row.interruptions() >= MOST_INTERRUPTIONS) {
      end(row, JobState.FAILED, null, interrupted());
      return;
    }
    JobMonitor monitor = new JobMonitor(store, row.id(), row.attempt(), shuttingDown);
    try {
      JobWork.Outcome outcome = work(works.get(row.kind()), row, monitor);
      end(row, JobState.SUCCEEDED, outcome, null);
    } catch (JobFailure e) {
      handOverIf(shuttingDown, row);
      end(row, JobState.FAILED, e.partial(), e.getCause());
    } catch (CancelledException e) {
      handOverIf(shuttingDown, row);
      end(row, JobState.CANCELLED, null, e);
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      handOverIf(shuttingDown, row);
      end(row, JobState.FAILED, null, e);
    }
  }

  private <I> JobWork.Outcome work(@Nullable JobWork<I> work, Job.Row row, JobMonitor monitor) {
    if (work == null) {
      throw new ApiException(
          ProblemType.NOT_READY,
          "This version does not know the work '%s': start the version that took it in."
              .formatted(row.kind()));
    }
    return work.run(row.view(clock.instant()), jobs.input(row, work.input()), monitor);
  }

  private static ApiException interrupted() {
    return new ApiException(
        ProblemType.INTERRUPTED,
        "The service ended %d times while it did this. The service's log may say why; give it more memory, or a shorter recording, and retry."
            .formatted(MOST_INTERRUPTIONS));
  }

  private void handOverIf(BooleanSupplier shuttingDown, Job.Row row) {
    if (shuttingDown.getAsBoolean()) {
      store.handOver(row.id(), row.attempt());
      throw new HandedOver();
    }
  }

  private void end(
      Job.Row row, JobState state, JobWork.@Nullable Outcome outcome, @Nullable Throwable failure) {
    Problem problem = failure == null || state == JobState.CANCELLED ? null : Problem.of(failure);
    try {
      transactions.executeWithoutResult(
          transaction -> {
            String result = outcome == null ? null : outcome.keep();
            if (!store.end(row.id(), row.attempt(), state, result, problem)) {
              log.info(
                  "Another process does the job {}, or it is gone: what came of it here is dropped",
                  row.id());
              transaction.setRollbackOnly();
            }
          });
    } catch (ApiException e) { // what it was for was changed or deleted meanwhile
      if (state == JobState.SUCCEEDED) {
        end(row, JobState.FAILED, null, e);
      } else {
        throw e;
      }
    }
  }

  /** Another process is to do it. */
  static final class HandedOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandedOver() {
      super("This process ends; another does the job");
    }
  }
}
