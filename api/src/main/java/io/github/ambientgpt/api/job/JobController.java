package io.github.ambientgpt.api.job;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "jobs")
class JobController {
  private final JobStore store;
  private final Jobs jobs;
  private final JobStream stream;
  private final JobResults results;
  private final Encounters encounters;
  private final CurrentUser user;
  private final Clock clock;

  JobController(
      JobStore store,
      Jobs jobs,
      JobStream stream,
      JobResults results,
      Encounters encounters,
      CurrentUser user,
      Clock clock) {
    this.store = store;
    this.jobs = jobs;
    this.stream = stream;
    this.results = results;
    this.encounters = encounters;
    this.user = user;
    this.clock = clock;
  }

  @GetMapping("/api/v1/jobs")
  @Operation(operationId = "listJobs", summary = "One's own jobs, the newest first")
  Page<Job> list(
      @RequestParam(required = false) @Nullable UUID encounterId,
      @RequestParam(required = false)
          @Size(max = 20)
          @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"})
          @Nullable String state,
      @ModelAttribute @Valid PageQuery page) {
    UUID owner = user.get().id();
    JobState wanted = state == null ? null : state(state);
    List<Job> items =
        store.list(owner, encounterId, wanted, page.size(), page.offset()).stream()
            .map(row -> row.view(clock.instant()))
            .toList();
    return Page.of(items, page, store.count(owner, encounterId, wanted));
  }

  private static JobState state(String word) {
    try {
      return JobState.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ApiException.field("state", "queued, running, succeeded, failed or cancelled");
    }
  }

  @GetMapping("/api/v1/jobs/{id}")
  @Operation(operationId = "getJob", summary = "How far a job is")
  Job get(@PathVariable UUID id) {
    return visible(id).view(clock.instant());
  }

  @GetMapping(path = "/api/v1/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "listenToJob",
      summary = "What happens to a job, as server-sent events",
      description =
          "Each event is called job and has a JobEvent as data and its number as id. With"
              + " Last-Event-ID only the later ones come. After the last one the stream ends.")
  SseEmitter events(
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @PositiveOrZero @Nullable Long after,
      HttpServletResponse response) {
    visible(id);
    response.setHeader("X-Accel-Buffering", "no"); // nginx would wait for more
    response.setHeader("Cache-Control", "no-store");
    return stream.listen(id, after == null ? 0 : after);
  }

  @GetMapping("/api/v1/jobs/{id}/result")
  @Operation(
      operationId = "getJobResult",
      summary = "What came of a job, when that is nothing with a place of its own")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(mediaType = "application/json", schema = @Schema(types = {"object", "array"})))
  JsonNode result(@PathVariable UUID id) {
    return results.read(visible(id));
  }

  @PostMapping("/api/v1/jobs/{id}:cancel")
  @Operation(operationId = "cancelJob", summary = "Stops a job; one that has ended stays as it is")
  Job cancel(@PathVariable UUID id) {
    requireEditable(id);
    store.cancel(id);
    return get(id);
  }

  @PostMapping("/api/v1/jobs/{id}:retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "retryJob", summary = "Does a job again that failed or was cancelled")
  ResponseEntity<Job> retry(@PathVariable UUID id) {
    requireEditable(id);
    jobs.again(id);
    return Jobs.accepted(get(id));
  }

  /** One of a visit is for whoever sees the visit, any other for the one who asked for it. */
  private Job.Row visible(UUID id) {
    Job.Row row = store.find(id).orElseThrow(() -> ApiException.notFound("job"));
    if (row.encounterId() != null) {
      encounters.requireVisible(row.encounterId());
    } else if (!row.ownerId().equals(user.get().id())) {
      throw ApiException.notFound("job");
    }
    return row;
  }

  private void requireEditable(UUID id) {
    Job.Row row = visible(id);
    if (row.encounterId() != null) {
      encounters.requireEditable(row.encounterId());
    }
  }
}
