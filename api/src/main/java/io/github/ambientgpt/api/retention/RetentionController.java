package io.github.ambientgpt.api.retention;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.user.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "retention")
class RetentionController {
  private final Retention retention;
  private final RetentionWork work;
  private final Jobs jobs;
  private final AuditLog audit;
  private final CurrentUser user;

  RetentionController(
      Retention retention, RetentionWork work, Jobs jobs, AuditLog audit, CurrentUser user) {
    this.retention = retention;
    this.work = work;
    this.jobs = jobs;
    this.audit = audit;
    this.user = user;
  }

  @GetMapping("/api/v1/admin/retention")
  @Operation(
      operationId = "listRetentionRules",
      summary = "How long what is kept, and what the rules would delete now",
      description =
          "The rules are settings of the service, and a job of each hour keeps them. Signed notes are in none.")
  List<RetentionView> list() {
    return retention.rules();
  }

  @PostMapping("/api/v1/admin/retention:enforce")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Transactional
  @Operation(
      operationId = "enforceRetention",
      summary = "Deletes now, as a job, what the rules would delete within the hour",
      description =
          "For good. The result of the job tells of each kind how many were deleted, and how many could not be. Cancelled, it leaves the rest to the next hour.")
  ResponseEntity<Job> enforce() {
    audit.record(user.get(), "retention.enforce", null, Outcome.DONE);
    return Jobs.accepted(
        jobs.submit(user.get().id(), null, work, new RetentionWork.Input(user.get())));
  }
}
