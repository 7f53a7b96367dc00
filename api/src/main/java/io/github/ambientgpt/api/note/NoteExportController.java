package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.encounter.Encounter;
import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.core.transcript.Transcript;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.util.Optional;
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

@RestController
@Tag(name = "notes")
class NoteExportController {
  private final Notes notes;
  private final Encounters encounters;
  private final CurrentUser user;

  NoteExportController(Notes notes, Encounters encounters, CurrentUser user) {
    this.notes = notes;
    this.encounters = encounters;
    this.user = user;
  }

  @GetMapping("/api/v1/notes/{id}/export")
  @Operation(
      operationId = "exportNote",
      summary = "A note as a file; an unsigned one says DRAFT, in its name, too",
      description =
          "Of the newest version unless another is named. fhir is a FHIR R4 document Bundle, healthscribe the clinical document of AWS HealthScribe.")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "*/*"))
  ResponseEntity<byte[]> export(
      @PathVariable UUID id,
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
      @RequestParam(required = false) @Positive @Nullable Long version) {
    StoredNote note = version == null ? notes.get(id) : notes.at(id, version);
    Encounter encounter = encounters.get(note.encounterId());
    Optional<Transcript> transcript = notes.transcript(note);
    ExportFormat chosen = ExportFormat.of(format);
    byte[] file = chosen.write(note, encounter, transcript, name(note));
    String name =
        "note-%s-v%d%s.%s"
            .formatted(id, note.version(), note.signed() ? "" : "-DRAFT", chosen.ending());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(chosen.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .body(file);
  }

  private String name(StoredNote note) {
    return note.signed() ? note.content().signature().name() : user.get().name();
  }
}
