package io.github.ambientgpt.api.live;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobFailure;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.api.note.Drafts;
import io.github.ambientgpt.api.recording.RecordingAudio;
import io.github.ambientgpt.api.recording.Recordings;
import io.github.ambientgpt.api.transcript.Recognizers;
import io.github.ambientgpt.api.transcript.StoredTranscript;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the transcript of a live recording whose captions are not whole, and begins its note. */
@Component
class LiveWork implements JobWork<LiveWork.Input> {
  private final Encounters encounters;
  private final Recordings recordings;
  private final RecordingAudio audio;
  private final Recognizers recognizers;
  private final Transcripts transcripts;
  private final Drafts drafts;
  private final LiveStore store;

  /**
   * @param owner whose visit it is
   */
  record Input(User owner, UUID encounterId, UUID recordingId, String recognizer) {}

  LiveWork(
      Encounters encounters,
      Recordings recordings,
      RecordingAudio audio,
      Recognizers recognizers,
      Transcripts transcripts,
      Drafts drafts,
      LiveStore store) {
    this.encounters = encounters;
    this.recordings = recordings;
    this.audio = audio;
    this.recognizers = recognizers;
    this.transcripts = transcripts;
    this.drafts = drafts;
    this.store = store;
  }

  @Override
  public String kind() {
    return "transcribe-live";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    try (AudioStream sound = audio.open(recordings.bytesForJob(input.recordingId()))) {
      Transcript transcript =
          recognizers.transcribe(
              input.recognizer(),
              null,
              sound,
              RecognitionOptions.DEFAULT,
              encounters.vocabulary(input.encounterId()),
              monitor);
      if (transcript.isEmpty()) {
        throw new InvalidInputException(
            "No speech was recognised in the recording, so there is no transcript. Listen to it: it"
                + " may be silent, or the wrong microphone.");
      }
      return () -> {
        StoredTranscript stored = keep(input, transcript, false);
        store.made(input.recordingId(), stored.id(), drafts.whenPossible(input.owner(), stored));
        return path(stored);
      };
    } catch (EngineException e) {
      throw e.heard()
          .filter(heard -> !heard.isEmpty())
          .<RuntimeException>map(heard -> new JobFailure(e, () -> path(keep(input, heard, true))))
          .orElse(e);
    }
  }

  private StoredTranscript keep(Input input, Transcript transcript, boolean partial) {
    return transcripts.keep(
        input.owner(), input.encounterId(), input.recordingId(), transcript, partial);
  }

  private static String path(StoredTranscript stored) {
    return "/api/v1/transcripts/" + stored.id();
  }
}
