package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.encounter.Encounter;
import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.encounter.NewEncounter;
import io.github.ambientgpt.api.template.TemplateLibrary;
import io.github.ambientgpt.api.transcript.StoredTranscript;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A made-up visit to look at, with its transcript and note. */
@RestController
@Tag(name = "encounters")
class SampleController {
  private final Encounters encounters;
  private final Transcripts transcripts;
  private final TemplateLibrary templates;
  private final Notes notes;
  private final TransactionTemplate transactions;
  private final CurrentUser user;

  SampleController(
      Encounters encounters,
      Transcripts transcripts,
      TemplateLibrary templates,
      Notes notes,
      TransactionTemplate transactions,
      CurrentUser user) {
    this.encounters = encounters;
    this.transcripts = transcripts;
    this.templates = templates;
    this.notes = notes;
    this.transactions = transactions;
    this.user = user;
  }

  @PostMapping("/api/v1/encounters:sample")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createSampleEncounter",
      summary = "A made-up visit with its transcript and a draft that builtin wrote")
  ResponseEntity<Encounter> create() {
    Encounter made = transactions.execute(transaction -> visit());
    return ResponseEntity.created(URI.create("/api/v1/encounters/" + made.id()))
        .eTag(IfMatch.tag(made.version()))
        .body(made);
  }

  private Encounter visit() {
    Encounter encounter = encounters.create(NewEncounter.of("Sample visit: cough and knee pain"));
    StoredTranscript transcript = transcripts.importText(encounter.id(), SampleVisit.text());
    Note note =
        NotePipeline.builtin()
            .write(transcript.transcript(), templates.get(user.get().id(), "SOAP"), Monitor.NONE);
    notes.keep(
        user.get(), encounter.id(), NoteContent.of(note, transcript.id(), transcript.version()));
    return encounter;
  }
}
