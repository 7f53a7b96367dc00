package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteContent.NoteStatement;
import io.github.ambientgpt.api.note.NoteView.EvidenceView;
import io.github.ambientgpt.api.note.NoteView.StatementView;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.template.TemplateLibrary;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.SpokenEnglish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Compares words with what was said, and says what was left out. Changes nothing. */
@RestController
@Tag(name = "notes")
class CheckController {
  private final Notes notes;
  private final Transcripts transcripts;
  private final Checker checker;
  private final OmissionComposer composer;
  private final TemplateLibrary templates;
  private final CurrentUser user;

  record CheckRequest(
      @NotBlank @Size(max = 5000) String text, @Size(max = 200) @Nullable String topic) {
    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "CheckRequest";
    }
  }

  /** What was found for a text. */
  @Schema(name = "Finding")
  record Finding(
      @Schema(allowableValues = {"supported", "uncertain", "unsupported", "unspoken"})
          String support,
      List<NoteView.ReasonView> reasons,
      List<EvidenceView> evidence) {}

  /**
   * @param utteranceId the turn that no statement rests on
   */
  record ComposeRequest(@NotBlank @Size(max = 40) String utteranceId) {}

  /** A statement that could be added. */
  record Proposal(
      String section,
      String topic,
      String text,
      @Schema(allowableValues = {"supported", "uncertain", "unsupported", "unspoken"})
          String support,
      List<EvidenceView> evidence) {}

  /** What one statement rests on. */
  record StatementEvidence(String statementId, List<EvidenceView> evidence) {}

  /**
   * What a note leaves out.
   *
   * @param share of the relevant turns that the note rests on, 0 to 1
   * @param relevant how many turns a clinician would expect to find in it
   * @param omissions those of them that no statement rests on
   */
  record CoverageReport(double share, int relevant, List<Omission> omissions) {}

  /** A turn that no statement rests on. */
  record Omission(
      String utteranceId,
      String speaker,
      String role,
      String text,
      @Nullable Double startSeconds,
      @Nullable Double endSeconds) {}

  CheckController(
      Notes notes,
      Transcripts transcripts,
      Checker checker,
      OmissionComposer composer,
      TemplateLibrary templates,
      CurrentUser user) {
    this.notes = notes;
    this.transcripts = transcripts;
    this.checker = checker;
    this.composer = composer;
    this.templates = templates;
    this.user = user;
  }

  @PostMapping("/api/v1/transcripts/{id}:check")
  @Operation(
      operationId = "checkText",
      summary = "Compares one text with a transcript, as the statements of a note are")
  Finding check(@PathVariable UUID id, @Valid @RequestBody CheckRequest wanted) {
    Transcript transcript = transcripts.get(id).transcript();
    SpokenEnglish.require(transcript, "the checker");
    String topic = wanted.topic() == null ? "" : wanted.topic().strip();
    Note note =
        Note.draft(
            "Check",
            List.of(
                new Section(
                    "Check",
                    List.of(Statement.unchecked(topic, wanted.text().strip(), List.of())))),
            Generation.GIVEN);
    Statement found = checker.check(note, transcript).statements().findFirst().orElseThrow();
    StatementView view = StatementView.of(NoteStatement.of("check", found, false), transcript);
    return new Finding(view.support(), view.reasons(), view.evidence());
  }

  @PostMapping("/api/v1/notes/{id}:compose")
  @Operation(
      operationId = "composeOmission",
      summary = "Composes statements for a turn that was left out; adds none of them")
  Page<Proposal> compose(@PathVariable UUID id, @Valid @RequestBody ComposeRequest wanted) {
    StoredNote note = notes.get(id);
    Transcript transcript = requireTranscript(note);
    if (transcript.utterance(wanted.utteranceId()).isEmpty()) {
      throw ApiException.notFound("utterance");
    }
    Note composed =
        composer.compose(
            transcript,
            wanted.utteranceId(),
            templates.get(user.get().id(), note.content().template()));
    return Page.whole(
        composed.sections().stream()
            .flatMap(
                section ->
                    section.statements().stream()
                        .map(statement -> proposal(section.title(), statement, transcript)))
            .toList());
  }

  private static Proposal proposal(String section, Statement statement, Transcript transcript) {
    return new Proposal(
        section,
        statement.topic(),
        statement.text(),
        NoteView.word(statement.support()),
        statement.evidence().stream().map(e -> EvidenceView.of(e, transcript)).toList());
  }

  private Transcript requireTranscript(StoredNote note) {
    return notes
        .transcript(note)
        .orElseThrow(
            () ->
                new ApiException(
                    ProblemType.CONFLICT,
                    "The transcript that the note rests on was deleted, so nothing can be"
                        + " compared."));
  }

  @GetMapping("/api/v1/notes/{id}/evidence")
  @Operation(
      operationId = "getEvidence",
      summary = "The words that each statement of a note rests on")
  Page<StatementEvidence> evidence(@PathVariable UUID id) {
    StoredNote note = notes.get(id);
    Transcript transcript = notes.transcript(note).orElse(null);
    return Page.whole(
        note.content().sections().stream()
            .flatMap(section -> section.statements().stream())
            .map(statement -> StatementView.of(statement, transcript))
            .map(view -> new StatementEvidence(view.id(), view.evidence()))
            .toList());
  }

  @GetMapping("/api/v1/notes/{id}/coverage")
  @Operation(operationId = "getCoverage", summary = "What a note leaves out of what was said")
  CoverageReport coverage(@PathVariable UUID id) {
    StoredNote note = notes.get(id);
    Transcript transcript = requireTranscript(note);
    List<Omission> omissions =
        note.content().omitted().stream()
            .flatMap(utterance -> transcript.utterance(utterance).stream())
            .map(CheckController::omission)
            .toList();
    return new CoverageReport(
        note.content().note().coverage().share(), note.content().relevant().size(), omissions);
  }

  private static Omission omission(Utterance utterance) {
    return new Omission(
        utterance.id(),
        utterance.speaker().label(),
        NoteView.word(utterance.speaker().role()),
        utterance.text(),
        utterance.span().map(span -> span.start()).orElse(null),
        utterance.span().map(span -> span.end()).orElse(null));
  }
}
