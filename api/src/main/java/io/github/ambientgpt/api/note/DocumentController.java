package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.encounter.Encounter;
import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobResults;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.suggestion.Document;
import io.github.ambientgpt.suggestion.Documents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Documents for others: taken from the note, or written by a language model as a job. */
@RestController
@Tag(name = "notes")
class DocumentController {
  private final Notes notes;
  private final Encounters encounters;
  private final Writers writers;
  private final DocumentWork work;
  private final Jobs jobs;
  private final JobResults results;
  private final CurrentUser user;
  private final Documents documents = Documents.builtin();

  /** By whom: see DraftRequest. */
  record DocumentRequest(
      @Size(max = 60) @Nullable String languageModel,
      @Pattern(regexp = Writers.MODEL) @Nullable String model) {}

  DocumentController(
      Notes notes,
      Encounters encounters,
      Writers writers,
      DocumentWork work,
      Jobs jobs,
      JobResults results,
      CurrentUser user) {
    this.notes = notes;
    this.encounters = encounters;
    this.writers = writers;
    this.work = work;
    this.jobs = jobs;
    this.results = results;
    this.user = user;
  }

  @GetMapping("/api/v1/notes/{id}/documents/{kind}")
  @Operation(
      operationId = "getDocument",
      summary =
          "A summary for the patient, instructions, or a referral letter; from the note's supported statements")
  DocumentView document(
      @PathVariable UUID id,
      @PathVariable @Schema(allowableValues = {"patient-summary", "after-visit", "referral"})
          String kind) {
    StoredNote note = notes.get(id);
    return DocumentView.of(id, taken(note, kind));
  }

  @PostMapping("/api/v1/notes/{id}/documents/{kind}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "writeDocument",
      summary = "Has such a document written by a language model, as a job",
      description =
          "The job's result is a Document. What the visit does not support is marked, and a language"
              + " model that fails is stood in for by builtin, as in a note.")
  ResponseEntity<Job> write(
      @PathVariable UUID id,
      @PathVariable @Schema(allowableValues = {"patient-summary", "after-visit", "referral"})
          String kind,
      @Valid @RequestBody DocumentRequest wanted) {
    StoredNote note = notes.forChange(id);
    SuggestionController.transcript(notes, note);
    DocumentWork.Input input =
        new DocumentWork.Input(
            id, kind(kind), writers.choose(wanted.languageModel(), wanted.model()));
    return Jobs.accepted(jobs.submit(user.get().id(), note.encounterId(), work, input));
  }

  @GetMapping("/api/v1/notes/{id}/documents/{kind}/export")
  @Operation(
      operationId = "exportDocument",
      summary = "Such a document as a file; it says DRAFT",
      description = "With job that which the job wrote.")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*"))
  ResponseEntity<byte[]> export(
      @PathVariable UUID id,
      @PathVariable @Schema(allowableValues = {"patient-summary", "after-visit", "referral"})
          String kind,
      @RequestParam
          @Schema(
              allowableValues = {
                "markdown",
                "text",
                "json",
                "html",
                "docx",
                "pdf",
                "fhir",
                "healthscribe"
              })
          String format,
      @RequestParam(required = false) @Nullable UUID job) {
    StoredNote note = notes.get(id);
    Note written = job == null ? taken(note, kind).note() : written(note, kind, job);
    NoteContent content =
        NoteContent.of(written, note.content().transcriptId(), note.content().transcriptVersion());
    StoredNote document =
        new StoredNote(
            note.id(),
            note.encounterId(),
            content,
            note.version(),
            note.createdAt(),
            note.updatedAt());
    Encounter encounter = encounters.get(note.encounterId());
    ExportFormat chosen = ExportFormat.of(format);
    byte[] file =
        chosen.write(
            document,
            encounter,
            Optional.of(SuggestionController.transcript(notes, note)),
            user.get().name());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(chosen.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("%s-%s-DRAFT.%s".formatted(kind, id, chosen.ending()))
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .body(file);
  }

  private Document taken(StoredNote note, String kind) {
    return documents.write(
        kind(kind),
        SuggestionController.transcript(notes, note),
        Optional.of(note.content().note()),
        Monitor.NONE);
  }

  private Note written(StoredNote note, String kind, UUID job) {
    return results
        .find(job, note.encounterId(), work, DocumentView.class)
        .filter(document -> document.noteId().equals(note.id()) && document.kind().equals(kind))
        .map(DocumentView::note)
        .orElseThrow(() -> ApiException.field("job", "it wrote no such document of this note"));
  }

  private static Document.Kind kind(String word) {
    try {
      return Document.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw ApiException.field("kind", "patient-summary, after-visit or referral");
    }
  }
}
