package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.encounter.Encounter;
import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Document;
import io.github.ambientgpt.suggestion.Documents;
import io.github.ambientgpt.suggestion.Suggester;
import io.github.ambientgpt.suggestion.Suggestion;
import io.github.ambientgpt.suggestion.SuggestionFormat;
import io.github.ambientgpt.suggestion.VisitDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a visit suggests, and documents for others; by tables and rules, without a language model.
 */
@RestController
@Tag(name = "notes")
class SuggestionController {
  private final Notes notes;
  private final Encounters encounters;
  private final CurrentUser user;
  private final Suggester suggester = Suggester.builtin();
  private final Documents documents = Documents.builtin();

  /**
   * A document for somebody else than the clinician.
   *
   * @param grade the school grade in the United States that its reading takes (Flesch-Kincaid)
   * @param remarks what the writer has to know: what nothing was said of, what was left out
   */
  record DocumentView(
      @Schema(allowableValues = {"patient-summary", "after-visit", "referral"}) String kind,
      String title,
      double grade,
      List<String> remarks,
      List<DocumentSection> sections) {}

  /** A heading of a document. */
  record DocumentSection(String title, List<String> statements) {}

  SuggestionController(Notes notes, Encounters encounters, CurrentUser user) {
    this.notes = notes;
    this.encounters = encounters;
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
    VisitDetails details =
        new VisitDetails(
            Optional.ofNullable(patient).map(SuggestionController::patient),
            minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes));
    Set<Suggestion.Kind> kinds =
        EnumSet.complementOf(
            EnumSet.of(Suggestion.Kind.ALTERNATIVE, Suggestion.Kind.CPT, Suggestion.Kind.SNOMED));
    String json =
        SuggestionFormat.JSON.write(
            suggester.suggest(
                transcript(note),
                Optional.of(note.content().note()),
                details,
                kinds,
                Monitor.NONE));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
  }

  private static VisitDetails.Patient patient(String word) {
    return switch (word) {
      case "new" -> VisitDetails.Patient.NEW;
      case "established" -> VisitDetails.Patient.ESTABLISHED;
      default -> throw ApiException.field("patient", "new or established");
    };
  }

  private Transcript transcript(StoredNote note) {
    return notes
        .transcript(note)
        .orElseThrow(
            () ->
                new ApiException(
                    ProblemType.CONFLICT,
                    "The transcript that the note rests on was deleted, so there is nothing to compare with."));
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
    Document document = written(note, kind);
    return new DocumentView(
        kind,
        document.kind().title(),
        document.grade(),
        document.remarks(),
        document.note().sections().stream()
            .map(
                section ->
                    new DocumentSection(
                        section.title(),
                        section.statements().stream().map(statement -> statement.text()).toList()))
            .toList());
  }

  @GetMapping("/api/v1/notes/{id}/documents/{kind}/export")
  @Operation(operationId = "exportDocument", summary = "Such a document as a file; it says DRAFT")
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
          String format) {
    StoredNote note = notes.get(id);
    Note written = written(note, kind).note();
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
        chosen.write(document, encounter, Optional.of(transcript(note)), user.get().name());
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

  private Document written(StoredNote note, String kind) {
    return documents.write(
        kind(kind), transcript(note), Optional.of(note.content().note()), Monitor.NONE);
  }

  private static Document.Kind kind(String word) {
    try {
      return Document.Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw ApiException.field("kind", "patient-summary, after-visit or referral");
    }
  }
}
