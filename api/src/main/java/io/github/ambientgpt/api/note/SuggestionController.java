package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Suggester;
import io.github.ambientgpt.suggestion.Suggestion;
import io.github.ambientgpt.suggestion.SuggestionFormat;
import io.github.ambientgpt.suggestion.Suggestions;
import io.github.ambientgpt.suggestion.VisitDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a visit suggests: by tables and rules, and with a language model as a job. */
@RestController
@Tag(name = "notes")
class SuggestionController {
  /** Those that need no language model. */
  private static final Set<Suggestion.Kind> BY_RULES =
      EnumSet.complementOf(
          EnumSet.of(Suggestion.Kind.ALTERNATIVE, Suggestion.Kind.CPT, Suggestion.Kind.SNOMED));

  private final Notes notes;
  private final Writers writers;
  private final SuggestionWork work;
  private final Jobs jobs;
  private final CurrentUser user;
  private final Suggester suggester = Suggester.builtin();

  /**
   * Of which visit, and by whom: see DraftRequest.
   *
   * @param minutes that the visit took
   */
  record SuggestionRequest(
      @Pattern(regexp = "new|established") @Schema(allowableValues = {"new", "established"})
          @Nullable String patient,
      @Min(1) @Max(1440) @Nullable Integer minutes,
      @Size(max = 60) @Nullable String languageModel,
      @Pattern(regexp = Writers.MODEL) @Nullable String model) {}

  SuggestionController(
      Notes notes, Writers writers, SuggestionWork work, Jobs jobs, CurrentUser user) {
    this.notes = notes;
    this.writers = writers;
    this.work = work;
    this.jobs = jobs;
    this.user = user;
  }

  @GetMapping("/api/v1/notes/{id}/suggestions")
  @Operation(
      operationId = "getSuggestions",
      summary = "Codes, the visit's level and a checklist: suggestions, no coding advice")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/json", schema = @Schema(types = {"object"})))
  ResponseEntity<String> suggestions(
      @PathVariable UUID id,
      @RequestParam(required = false) @Schema(allowableValues = {"new", "established"})
          @Nullable String patient,
      @RequestParam(required = false) @Min(1) @Max(1440) @Nullable Integer minutes) {
    StoredNote note = notes.get(id);
    VisitDetails details = details(patient, minutes);
    Suggestions found =
        suggester.suggest(
            transcript(notes, note),
            Optional.of(note.content().note()),
            details,
            BY_RULES,
            Monitor.NONE);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(SuggestionFormat.JSON.write(found));
  }

  @PostMapping("/api/v1/notes/{id}/suggestions")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "writeSuggestions",
      summary = "Suggestions by a language model, too, as a job",
      description =
          "The job's result is what getSuggestions answers, with what the model adds: codes of its"
              + " own (CPT, SNOMED) and other diagnoses to think of. When it fails, the tables' and"
              + " rules' stay, and the result says so.")
  ResponseEntity<Job> write(@PathVariable UUID id, @Valid @RequestBody SuggestionRequest wanted) {
    StoredNote note = notes.forChange(id);
    transcript(notes, note);
    User owner = user.get();
    SuggestionWork.Input input =
        new SuggestionWork.Input(
            id,
            wanted.patient(),
            wanted.minutes(),
            writers.choose(wanted.languageModel(), wanted.model()));
    return Jobs.accepted(jobs.submit(owner.id(), note.encounterId(), work, input));
  }

  static VisitDetails details(@Nullable String patient, @Nullable Integer minutes) {
    return new VisitDetails(
        Optional.ofNullable(patient).map(SuggestionController::patient),
        minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes));
  }

  private static VisitDetails.Patient patient(String word) {
    return switch (word) {
      case "new" -> VisitDetails.Patient.NEW;
      case "established" -> VisitDetails.Patient.ESTABLISHED;
      default -> throw ApiException.field("patient", "new or established");
    };
  }

  /** What a note is compared with. */
  static Transcript transcript(Notes notes, StoredNote note) {
    return notes
        .transcript(note)
        .orElseThrow(
            () ->
                new ApiException(
                    ProblemType.CONFLICT,
                    "The transcript that the note rests on was deleted, so there is nothing to compare with."));
  }
}
