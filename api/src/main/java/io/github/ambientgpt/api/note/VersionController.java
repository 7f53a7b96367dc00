package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.api.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "notes")
class VersionController {
  private final Notes notes;
  private final NoteViews views;

  /**
   * @param from the version before the changes
   * @param to the version after them
   */
  record RevertRequest(@NotNull @Min(1) Long from, @NotNull @Min(1) Long to) {}

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

  @PostMapping("/api/v1/notes/{id}:revert")
  @Operation(
      operationId = "revertNote",
      summary = "Takes back what changed between two versions of a draft, and checks it again",
      description =
          "What was changed besides stays: other statements, and a statement that has other words by now."
              + " Statements that come back have the ids that they had.")
  ResponseEntity<NoteView> revert(
      @PathVariable UUID id, @Valid @RequestBody RevertRequest wanted, IfMatch ifMatch) {
    return views.tagged(
        notes.edit(id, ifMatch, "reverted", content -> reverted(id, wanted, content)));
  }

  /** Looked at within the change: whoever may not change the note learns nothing of it here. */
  private NoteContent reverted(UUID id, RevertRequest wanted, NoteContent now) {
    if (wanted.from() >= wanted.to()) {
      throw ApiException.field("from", "it has to be an older version than to");
    }
    return NoteRevert.of(
        notes.at(id, wanted.from()).content(), notes.at(id, wanted.to()).content(), now);
  }
}
