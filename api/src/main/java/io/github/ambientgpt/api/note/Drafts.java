package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.template.TemplateLibrary;
import io.github.ambientgpt.api.transcript.StoredTranscript;
import io.github.ambientgpt.api.transcript.TranscriptForNote;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.NoteLength;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Takes in that a note is to be written. */
@Service
public class Drafts {
  private static final Logger log = LoggerFactory.getLogger(Drafts.class);

  private final Encounters encounters;
  private final Transcripts transcripts;
  private final TemplateLibrary templates;
  private final Writers writers;
  private final Jobs jobs;
  private final DraftWork work;
  private final CurrentUser user;

  Drafts(
      Encounters encounters,
      Transcripts transcripts,
      TemplateLibrary templates,
      Writers writers,
      Jobs jobs,
      DraftWork work,
      CurrentUser user) {
    this.encounters = encounters;
    this.transcripts = transcripts;
    this.templates = templates;
    this.writers = writers;
    this.jobs = jobs;
    this.work = work;
    this.user = user;
  }

  Job submit(UUID encounter, DraftRequest wanted) {
    encounters.requireEditable(encounter);
    return submit(user.get(), transcript(encounter, wanted), wanted);
  }

  /**
   * A note of usual length under SOAP by the configured writer, for a job, which works for the one
   * who asked for it.
   *
   * @return the job; null when these words make no note, as those of a preview do not
   */
  public @Nullable UUID whenPossible(User owner, StoredTranscript transcript) {
    try {
      return submit(owner, transcript, new DraftRequest(transcript.id(), null, null, null, null))
          .id();
    } catch (AmbientGptException e) {
      log.info("No note is drafted from a transcript: {}", e.getClass().getSimpleName());
      return null;
    }
  }

  @EventListener
  void on(TranscriptForNote made) {
    whenPossible(made.owner(), made.transcript());
  }

  private Job submit(User owner, StoredTranscript transcript, DraftRequest wanted) {
    refusePreview(transcript);
    templates.get(owner.id(), wanted.template());
    DraftWork.Input input =
        new DraftWork.Input(
            owner,
            transcript.encounterId(),
            transcript.id(),
            wanted.template(),
            NoteLength.valueOf(wanted.length().toUpperCase(Locale.ROOT)),
            writers.choose(wanted.languageModel(), wanted.model()));
    return jobs.submit(owner.id(), transcript.encounterId(), work, input);
  }

  private StoredTranscript transcript(UUID encounter, DraftRequest wanted) {
    if (wanted.transcriptId() == null) {
      return transcripts
          .newest(encounter)
          .orElseThrow(
              () ->
                  new ApiException(
                      ProblemType.CONFLICT,
                      "The visit has no transcript yet: transcribe its recording, or import one."));
    }
    StoredTranscript named = transcripts.get(wanted.transcriptId());
    if (!named.encounterId().equals(encounter)) {
      throw ApiException.field("transcriptId", "it is of another visit");
    }
    return named;
  }

  private static void refusePreview(StoredTranscript transcript) {
    if (transcript.transcript().recognition().previewQuality()) {
      throw new InvalidInputException(
          "These words were recognized by %s and are of preview quality: they make no note. Transcribe the recording with another recognizer."
              .formatted(transcript.transcript().recognition().engine()));
    }
  }
}
