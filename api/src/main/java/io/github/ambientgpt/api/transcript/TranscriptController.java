package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.transcript.TranscriptView.SpeakerView;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "transcripts")
class TranscriptController {
  /** Characters; twelve hours of speech with a time for each word have half of that. */
  private static final int LARGEST = 20_000_000;

  private final Transcripts transcripts;

  /**
   * @param content text with or without speakers, SRT, WebVTT, or the JSON of this service or of
   *     another recognizer, as a string or as an object
   */
  record NewTranscript(
      @NotNull
          @Schema(
              types = {"string", "object", "array"},
              maxLength = LARGEST)
          JsonNode content) {
    NewTranscript {
      if (content != null && content.isString() && content.asString().length() > LARGEST) {
        throw ApiException.field("content", "it has at most %d characters".formatted(LARGEST));
      }
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "NewTranscript";
    }

    String text() {
      return content.isString() ? content.asString() : content.toString();
    }
  }

  /** What is to be another; what is absent stays. */
  record UtteranceChange(
      @Size(min = 1, max = 20_000) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
          @Nullable String text,
      @Valid @Nullable SpeakerName speaker) {
    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "UtteranceChange";
    }
  }

  /**
   * Who speaks.
   *
   * @param role unknown when absent
   */
  record SpeakerName(
      @NotNull @Size(max = 100) String label,
      @Pattern(regexp = "clinician|patient|other|unknown") @Nullable String role) {
    Speaker speaker() {
      return new Speaker(
          label.strip(), role == null ? Role.UNKNOWN : Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }
  }

  /** One voice and what it is from now on. */
  record SpeakerRename(@NotNull @Valid SpeakerName from, @NotNull @Valid SpeakerName to) {}

  /**
   * @param speakers all at once, so that two are exchanged by naming each as the other
   */
  record SpeakerRenames(@NotEmpty @Size(max = 50) List<@Valid SpeakerRename> speakers) {}

  TranscriptController(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  @PostMapping(
      path = "/api/v1/encounters/{encounterId}/transcripts",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "importTranscript",
      summary = "Takes a transcript in any form that is read here")
  ResponseEntity<TranscriptView> importJson(
      @PathVariable UUID encounterId, @Valid @RequestBody NewTranscript wanted) {
    return created(transcripts.importText(encounterId, wanted.text()));
  }

  @PostMapping(
      path = "/api/v1/encounters/{encounterId}/transcripts",
      consumes = {"text/*", "application/x-subrip"})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "importTranscriptText", summary = "The same, as the body itself")
  ResponseEntity<TranscriptView> importText(
      @PathVariable UUID encounterId, @RequestBody @Size(max = LARGEST) String text) {
    return created(transcripts.importText(encounterId, text));
  }

  @GetMapping("/api/v1/encounters/{encounterId}/transcripts")
  @Operation(
      operationId = "listTranscripts",
      summary = "The transcripts of a visit, the oldest first")
  Page<TranscriptSummary> list(@PathVariable UUID encounterId) {
    return Page.whole(transcripts.list(encounterId).stream().map(TranscriptSummary::of).toList());
  }

  @GetMapping("/api/v1/transcripts/{id}")
  @Operation(operationId = "getTranscript", summary = "A transcript with its words")
  ResponseEntity<TranscriptView> get(@PathVariable UUID id) {
    return tagged(transcripts.get(id));
  }

  @PatchMapping("/api/v1/transcripts/{id}/utterances/{utteranceId}")
  @Operation(
      operationId = "editUtterance",
      summary = "Corrects what somebody said, or who said it",
      description =
          "Words that stay keep their times and confidence. Drafts that rest on the transcript are"
              + " checked again.")
  ResponseEntity<TranscriptView> edit(
      @PathVariable UUID id,
      @PathVariable @Size(max = 40) String utteranceId,
      @Valid @RequestBody UtteranceChange change,
      IfMatch ifMatch) {
    return tagged(
        transcripts.edit(
            id,
            ifMatch,
            "edited",
            transcript -> mapped(transcript, utteranceId, old -> changed(old, change))));
  }

  private static Transcript mapped(
      Transcript transcript, String id, UnaryOperator<Utterance> change) {
    if (transcript.utterance(id).isEmpty()) {
      throw ApiException.notFound("utterance");
    }
    return transcript.withUtterances(
        transcript.utterances().stream()
            .map(u -> u.id().equals(id) ? change.apply(u) : u)
            .toList());
  }

  private static Utterance changed(Utterance old, UtteranceChange change) {
    Utterance spoken = change.text() == null ? old : EditedWords.edited(old, change.text().strip());
    return change.speaker() == null ? spoken : spoken.withSpeaker(change.speaker().speaker());
  }

  @DeleteMapping("/api/v1/transcripts/{id}/utterances/{utteranceId}")
  @Operation(operationId = "deleteUtterance", summary = "Takes a turn out; older versions keep it")
  ResponseEntity<TranscriptView> deleteUtterance(
      @PathVariable UUID id, @PathVariable @Size(max = 40) String utteranceId, IfMatch ifMatch) {
    return tagged(
        transcripts.edit(id, ifMatch, "deleted", transcript -> without(transcript, utteranceId)));
  }

  private static Transcript without(Transcript transcript, String id) {
    if (transcript.utterance(id).isEmpty()) {
      throw ApiException.notFound("utterance");
    }
    if (transcript.utterances().size() == 1) {
      throw new ApiException(
          ProblemType.CONFLICT, "This is the only turn: delete the transcript instead.");
    }
    return transcript.withUtterances(
        transcript.utterances().stream().filter(u -> !u.id().equals(id)).toList());
  }

  @PutMapping("/api/v1/transcripts/{id}/speakers")
  @Operation(
      operationId = "renameSpeakers",
      summary = "Says who the voices are; several at once, so that two can be exchanged")
  ResponseEntity<TranscriptView> rename(
      @PathVariable UUID id, @Valid @RequestBody SpeakerRenames wanted, IfMatch ifMatch) {
    Map<SpeakerView, Speaker> renames =
        wanted.speakers().stream()
            .collect(
                Collectors.toMap(
                    rename -> SpeakerView.of(rename.from().speaker()),
                    rename -> rename.to().speaker(),
                    (one, other) -> {
                      throw ApiException.field("speakers", "a voice stands in it twice");
                    }));
    return tagged(
        transcripts.edit(id, ifMatch, "speakers", transcript -> renamed(transcript, renames)));
  }

  private static Transcript renamed(Transcript transcript, Map<SpeakerView, Speaker> renames) {
    List<SpeakerView> there =
        transcript.utterances().stream().map(u -> SpeakerView.of(u.speaker())).distinct().toList();
    if (!there.containsAll(renames.keySet())) {
      throw ApiException.field("speakers", "a voice is named that does not speak here");
    }
    return transcript.withUtterances(
        transcript.utterances().stream()
            .map(u -> u.withSpeaker(renames.getOrDefault(SpeakerView.of(u.speaker()), u.speaker())))
            .toList());
  }

  @GetMapping("/api/v1/transcripts/{id}/versions")
  @Operation(operationId = "listTranscriptVersions", summary = "Who changed a transcript, and when")
  Page<TranscriptVersion> versions(@PathVariable UUID id) {
    return Page.whole(transcripts.versions(id));
  }

  @GetMapping("/api/v1/transcripts/{id}/versions/{version}")
  @Operation(operationId = "getTranscriptVersion", summary = "A transcript as it once was")
  TranscriptView version(@PathVariable UUID id, @PathVariable @Positive long version) {
    StoredTranscript now = transcripts.get(id);
    return TranscriptView.of(
        new StoredTranscript(
            id,
            now.encounterId(),
            now.recordingId(),
            transcripts.at(now, version),
            now.partial(),
            version,
            now.createdAt(),
            now.updatedAt()));
  }

  @PostMapping("/api/v1/transcripts/{id}/versions/{version}:restore")
  @Operation(operationId = "restoreTranscript", summary = "Makes an old version the newest again")
  ResponseEntity<TranscriptView> restore(
      @PathVariable UUID id, @PathVariable @Positive long version, IfMatch ifMatch) {
    StoredTranscript now = transcripts.get(id);
    Transcript then = transcripts.at(now, version);
    return tagged(transcripts.edit(id, ifMatch, "restored", transcript -> then));
  }

  @DeleteMapping("/api/v1/transcripts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteTranscript",
      summary =
          "Deletes a transcript with its versions; notes stay, without the words they rest on")
  void delete(@PathVariable UUID id, IfMatch ifMatch) {
    transcripts.delete(id, ifMatch);
  }

  private static ResponseEntity<TranscriptView> created(StoredTranscript stored) {
    return ResponseEntity.created(URI.create("/api/v1/transcripts/" + stored.id()))
        .eTag(IfMatch.tag(stored.version()))
        .body(TranscriptView.of(stored));
  }

  private static ResponseEntity<TranscriptView> tagged(StoredTranscript stored) {
    return ResponseEntity.ok().eTag(IfMatch.tag(stored.version())).body(TranscriptView.of(stored));
  }
}
