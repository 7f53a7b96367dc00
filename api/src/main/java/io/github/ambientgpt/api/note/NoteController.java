package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.api.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "notes")
class NoteController {
  private static final String NOT_BLANK = "(?s).*\\S.*";

  private final Notes notes;
  private final Drafts drafts;
  private final NoteViews views;

  /**
   * A statement that a person writes.
   *
   * @param section its title; made when the note has none of it
   * @param topic what it is filed under; empty when absent
   * @param after the statement that it is to follow; empty to stand first, last when absent
   */
  record NewStatement(
      @NotBlank @Size(max = 100) String section,
      @Size(max = 200) @Nullable String topic,
      @NotBlank @Size(max = 5000) String text,
      @Size(max = 20) @Nullable String after) {
    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "NewStatement";
    }
  }

  /**
   * What is to be another; what is absent stays.
   *
   * @param settled a person looked at it and stands behind it
   */
  record StatementChange(
      @Size(max = 200) @Nullable String topic,
      @Size(min = 1, max = 5000) @Pattern(regexp = NOT_BLANK, message = "must not be blank")
          @Nullable String text,
      @Nullable Boolean settled) {
    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "StatementChange";
    }
  }

  /**
   * @param at the index of the first character of the second half
   */
  record Split(@NotNull @PositiveOrZero Integer at) {}

  /**
   * @param with the statement that is appended, and goes
   */
  record Join(@NotBlank @Size(max = 20) String with) {}

  /**
   * @param after the statement that it is to follow; empty to stand first, last when absent
   */
  record Move(@NotBlank @Size(max = 100) String section, @Size(max = 20) @Nullable String after) {}

  NoteController(Notes notes, Drafts drafts, NoteViews views) {
    this.notes = notes;
    this.drafts = drafts;
    this.views = views;
  }

  @PostMapping("/api/v1/encounters/{encounterId}/notes")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "draftNote",
      summary = "Drafts a note from a transcript, as a job",
      description =
          "The job's result is the note. A language model that fails is stood in for by builtin,"
              + " and the note says so.")
  ResponseEntity<Job> draft(
      @PathVariable UUID encounterId,
      @Valid @RequestBody(required = false) @Nullable DraftRequest wanted) {
    return Jobs.accepted(
        drafts.submit(encounterId, wanted == null ? DraftRequest.DEFAULT : wanted));
  }

  @GetMapping("/api/v1/encounters/{encounterId}/notes")
  @Operation(operationId = "listNotes", summary = "The notes of a visit, the oldest first")
  Page<NoteSummary> list(@PathVariable UUID encounterId) {
    return Page.whole(notes.list(encounterId).stream().map(NoteSummary::of).toList());
  }

  @GetMapping("/api/v1/notes/{id}")
  @Operation(operationId = "getNote", summary = "A note, its statements with their evidence")
  ResponseEntity<NoteView> get(@PathVariable UUID id) {
    return views.tagged(notes.get(id));
  }

  @DeleteMapping("/api/v1/notes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteNote", summary = "Deletes a note that was never signed")
  void delete(@PathVariable UUID id, IfMatch ifMatch) {
    notes.delete(id, ifMatch);
  }

  @PostMapping("/api/v1/notes/{id}/statements")
  @Operation(operationId = "addStatement", summary = "Adds a statement, and checks the note again")
  ResponseEntity<NoteView> add(
      @PathVariable UUID id, @Valid @RequestBody NewStatement wanted, IfMatch ifMatch) {
    return edited(
        id,
        ifMatch,
        content ->
            NoteEdits.add(
                content,
                wanted.section(),
                wanted.topic() == null ? "" : wanted.topic().strip(),
                wanted.text().strip(),
                wanted.after()));
  }

  @PatchMapping("/api/v1/notes/{id}/statements/{statementId}")
  @Operation(
      operationId = "editStatement",
      summary = "Changes a statement or settles it, and checks the note again")
  ResponseEntity<NoteView> edit(
      @PathVariable UUID id,
      @PathVariable @Size(max = 20) String statementId,
      @Valid @RequestBody StatementChange change,
      IfMatch ifMatch) {
    String topic = change.topic() == null ? null : change.topic().strip();
    String text = change.text() == null ? null : change.text().strip();
    return edited(
        id,
        ifMatch,
        content -> NoteEdits.change(content, statementId, topic, text, change.settled()));
  }

  @DeleteMapping("/api/v1/notes/{id}/statements/{statementId}")
  @Operation(
      operationId = "removeStatement",
      summary = "Takes a statement out; older versions keep it")
  ResponseEntity<NoteView> remove(
      @PathVariable UUID id, @PathVariable @Size(max = 20) String statementId, IfMatch ifMatch) {
    return edited(id, ifMatch, content -> NoteEdits.remove(content, statementId));
  }

  @PostMapping("/api/v1/notes/{id}/statements/{statementId}:split")
  @Operation(
      operationId = "splitStatement",
      summary = "Two statements of one; the first keeps the id")
  ResponseEntity<NoteView> split(
      @PathVariable UUID id,
      @PathVariable @Size(max = 20) String statementId,
      @Valid @RequestBody Split wanted,
      IfMatch ifMatch) {
    return edited(id, ifMatch, content -> NoteEdits.split(content, statementId, wanted.at()));
  }

  @PostMapping("/api/v1/notes/{id}/statements/{statementId}:join")
  @Operation(
      operationId = "joinStatements",
      summary = "One statement of two; the first keeps its id")
  ResponseEntity<NoteView> join(
      @PathVariable UUID id,
      @PathVariable @Size(max = 20) String statementId,
      @Valid @RequestBody Join wanted,
      IfMatch ifMatch) {
    return edited(id, ifMatch, content -> NoteEdits.join(content, statementId, wanted.with()));
  }

  @PostMapping("/api/v1/notes/{id}/statements/{statementId}:move")
  @Operation(operationId = "moveStatement", summary = "Puts a statement elsewhere")
  ResponseEntity<NoteView> move(
      @PathVariable UUID id,
      @PathVariable @Size(max = 20) String statementId,
      @Valid @RequestBody Move wanted,
      IfMatch ifMatch) {
    return edited(
        id,
        ifMatch,
        content -> NoteEdits.move(content, statementId, wanted.section(), wanted.after()));
  }

  private ResponseEntity<NoteView> edited(
      UUID id, IfMatch ifMatch, UnaryOperator<NoteContent> change) {
    return views.tagged(notes.edit(id, ifMatch, "edited", change));
  }
}
