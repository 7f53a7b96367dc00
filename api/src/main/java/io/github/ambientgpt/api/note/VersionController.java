package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "notes")
class VersionController {
  private final Notes notes;
  private final NoteViews views;

  VersionController(Notes notes, NoteViews views) {
    this.notes = notes;
    this.views = views;
  }

  @GetMapping("/api/v1/notes/{id}/versions")
  @Operation(operationId = "listNoteVersions", summary = "Who changed a note, when and how")
  Page<NoteVersion> versions(@PathVariable UUID id) {
    return Page.whole(notes.versions(id));
  }

  @GetMapping("/api/v1/notes/{id}/versions/{version}")
  @Operation(operationId = "getNoteVersion", summary = "A note as it once was")
  NoteView version(@PathVariable UUID id, @PathVariable @Positive long version) {
    return views.of(notes.at(id, version));
  }

  @GetMapping("/api/v1/notes/{id}/diff")
  @Operation(
      operationId = "compareNoteVersions",
      summary = "What changed between two versions of a note")
  NoteDiff diff(
      @PathVariable UUID id, @RequestParam @Positive long from, @RequestParam @Positive long to) {
    return NoteDiff.of(notes.at(id, from), notes.at(id, to));
  }
}
