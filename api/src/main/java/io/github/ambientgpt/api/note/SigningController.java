package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteContent.Amendment;
import io.github.ambientgpt.api.note.NoteContent.Signature;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.FieldError;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.api.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "notes")
class SigningController {
  private final Notes notes;
  private final NoteViews views;
  private final Transcripts transcripts;
  private final SigningProperties properties;
  private final CurrentUser user;
  private final Clock clock;

  /**
   * @param seen true when what has to be seen was
   */
  record SignRequest(@Nullable Boolean seen) {}

  record AmendRequest(@NotBlank @Size(max = 1000) String reason) {
    /** Without the reason, which is clinical text. */
    @Override
    public String toString() {
      return "AmendRequest";
    }
  }

  SigningController(
      Notes notes,
      NoteViews views,
      Transcripts transcripts,
      SigningProperties properties,
      CurrentUser user,
      Clock clock) {
    this.notes = notes;
    this.views = views;
    this.transcripts = transcripts;
    this.properties = properties;
    this.user = user;
    this.clock = clock;
  }

  @GetMapping("/api/v1/notes/{id}/signing")
  @Operation(
      operationId = "reviewSigning",
      summary =
          "What would keep a note from being signed now, and what has to be seen; changes nothing")
  SignReview review(@PathVariable UUID id) {
    return review(notes.get(id));
  }

  private SignReview review(StoredNote note) {
    UUID transcript = note.content().transcriptId();
    boolean partial =
        notes.transcript(note).isPresent() && transcripts.forJob(transcript).partial();
    return SignReview.of(note.content(), user.get().name(), properties.policy(), partial);
  }

  @PostMapping("/api/v1/notes/{id}:sign")
  @Operation(
      operationId = "signNote",
      summary = "Signs a note as the current user, which locks it",
      description =
          "Refused (409) with errors[] while something has to be put right, or has not been seen: see reviewSigning.")
  ResponseEntity<NoteView> sign(
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable SignRequest wanted,
      IfMatch ifMatch) {
    boolean seen = wanted != null && Boolean.TRUE.equals(wanted.seen());
    User signer = user.get();
    return views.tagged(
        notes.mark(
            id,
            ifMatch,
            "signed",
            content -> {
              requireSignable(review(notes.get(id)), seen);
              return content.withSignature(
                  new Signature(signer.id(), signer.name(), clock.instant()));
            }));
  }

  private static void requireSignable(SignReview review, boolean seen) {
    if (review.refused().stream().anyMatch(finding -> finding.code().equals("signed"))) {
      throw new ApiException(ProblemType.NOTE_SIGNED, "The note is signed already.");
    }
    if (!review.refused().isEmpty()) {
      throw refusal(
          "It is not signed while this is so: errors says what to put right.", review.refused());
    }
    if (!seen && !review.seen().isEmpty()) {
      throw refusal("Look at what errors lists, then sign with seen set to true.", review.seen());
    }
  }

  private static ApiException refusal(String detail, List<SignReview.Finding> findings) {
    return new ApiException(
        ProblemType.CONFLICT,
        detail,
        findings.stream()
            .map(
                finding ->
                    new FieldError(
                        finding.statementId() == null
                            ? finding.code()
                            : "statements." + finding.statementId(),
                        finding.message()))
            .toList());
  }

  @PostMapping("/api/v1/notes/{id}:amend")
  @Operation(
      operationId = "amendNote",
      summary =
          "Makes a signed note a draft again, for a reason; what was signed is kept as a version")
  ResponseEntity<NoteView> amend(
      @PathVariable UUID id, @Valid @RequestBody AmendRequest wanted, IfMatch ifMatch) {
    return views.tagged(
        notes.mark(
            id,
            ifMatch,
            "amended",
            content -> {
              if (content.signature() == null) {
                throw new ApiException(
                    ProblemType.CONFLICT, "The note is a draft: edit it as it is.");
              }
              return content.amended(
                  new Amendment(wanted.reason().strip(), ifMatch.version(), content.signature()));
            }));
  }

  @DeleteMapping("/api/v1/notes/{id}/amendment")
  @Operation(
      operationId = "dropAmendment",
      summary = "Goes back to what was signed; what was changed since stays as versions")
  ResponseEntity<NoteView> drop(@PathVariable UUID id, IfMatch ifMatch) {
    return views.tagged(
        notes.mark(
            id,
            ifMatch,
            "amendment-dropped",
            content -> {
              if (content.amendment() == null || content.signature() != null) {
                throw new ApiException(
                    ProblemType.CONFLICT, "There is no amendment that is being written.");
              }
              return notes
                  .at(id, content.amendment().version())
                  .content()
                  .numberedTo(content.lastId());
            }));
  }
}
